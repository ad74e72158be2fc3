package org.wordloom.jobs.command;

import java.util.List;
import org.wordloom.cluster.cooccurrence.CooccurrenceFolder;
import org.wordloom.cluster.glove.GloveJob;
import org.wordloom.cluster.glove.GlovePlan;
import org.wordloom.cluster.output.OutputFolder;
import org.wordloom.cluster.strata.StrataSummary;
import org.wordloom.jobs.console.Console;
import org.wordloom.jobs.console.Quantity;
import org.wordloom.jobs.model.TokenizerCopy;
import org.wordloom.jobs.report.CountsRecord;
import org.wordloom.jobs.report.StrataProvenance;
import org.wordloom.jobs.report.StrataSubject;
import org.wordloom.jobs.session.Session;
import org.wordloom.jobs.session.Stopwatch;
import org.wordloom.jobs.setting.CheckpointSettings;
import org.wordloom.jobs.setting.CooccurrenceSettings;
import org.wordloom.jobs.setting.CorpusSettings;
import org.wordloom.jobs.setting.GloveSettings;
import org.wordloom.jobs.setting.OutputSettings;
import org.wordloom.jobs.setting.SettingGroup;
import org.wordloom.jobs.setting.VocabularySettings;

/**
 * The stages of GloVe training: count or open counts, train, report, commit.
 *
 * @param groups all options, for the records
 * @param counts the folder of the counts; empty to count the text
 */
record GloveRun(
        List<SettingGroup> groups,
        String counts,
        CorpusSettings corpus,
        VocabularySettings vocabulary,
        CooccurrenceSettings cooccurrence,
        GloveSettings training,
        CheckpointSettings checkpoints,
        OutputSettings output) {
    static final String NAME = "train glove";

    void run(Console console) throws Exception {
        TrainingOutput.make(NAME, training.options().threads(), output, console, this::runStages);
    }

    private void runStages(Session session, OutputFolder folder, Stopwatch stopwatch, Console console)
            throws Exception {
        GloveCounts.Opened opened = opened(session, folder, stopwatch, console);
        CooccurrenceFolder cells = opened.folder();
        StrataSummary summary = stopwatch.time(
                "train", () -> new GloveJob(session.spark()).run(cells, plan(cells), folder, console::note));
        console.note(
                "trained in %.1f s with kernel %s, %d blocks: %s cells/s, loss %.5f",
                summary.seconds(),
                summary.kernel(),
                summary.blocks(),
                Quantity.of(summary.entriesPerSecond()),
                summary.loss());
        KernelNotes.warnOfFallback(training.options().kernel(), summary.kernel(), console);
        TokenizerCopy.carry(cells.folder(), folder);
        new StrataFiles(
                        NAME,
                        groups,
                        cells.vocabulary(),
                        StrataSubject.ofCounts(cells, "cell"),
                        opened.statistics(),
                        output.vectors(),
                        summary)
                .write(session, folder, stopwatch);
    }

    private GloveCounts.Opened opened(Session session, OutputFolder folder, Stopwatch stopwatch, Console console)
            throws Exception {
        GloveCounts source = new GloveCounts(corpus, vocabulary, cooccurrence);
        if (counts.isEmpty()) {
            folder.refuseInputs("input", corpus.options().inputs());
            return source.count(folder, checkpoints.resume(), session, stopwatch, console);
        }
        folder.refuseInput("cooccurrence", counts);
        return stopwatch.time("open", () -> source.open(counts, session));
    }

    private GlovePlan plan(CooccurrenceFolder cells) {
        return new GlovePlan(
                training.options(),
                checkpoints.interval(),
                checkpoints.resume(),
                output.vectors(),
                List.of(output.format()),
                CountsRecord.in(
                        StrataProvenance.of(NAME, groups, training.options().exact()), cells));
    }
}
