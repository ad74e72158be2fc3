package org.wordloom.jobs.command;

import java.util.List;
import org.wordloom.cluster.cooccurrence.CooccurrenceFolder;
import org.wordloom.cluster.corpus.CorpusStatistics;
import org.wordloom.cluster.output.OutputFolder;
import org.wordloom.cluster.pairs.PairJob;
import org.wordloom.cluster.pairs.PairPlan;
import org.wordloom.cluster.strata.StrataSummary;
import org.wordloom.cooccurrence.CooccurrenceOptions.Weighting;
import org.wordloom.jobs.console.Console;
import org.wordloom.jobs.console.Quantity;
import org.wordloom.jobs.model.TokenizerCopy;
import org.wordloom.jobs.report.CountsRecord;
import org.wordloom.jobs.report.StrataProvenance;
import org.wordloom.jobs.report.StrataSubject;
import org.wordloom.jobs.session.Session;
import org.wordloom.jobs.session.Stopwatch;
import org.wordloom.jobs.setting.CheckpointSettings;
import org.wordloom.jobs.setting.CountSettings;
import org.wordloom.jobs.setting.OutputSettings;
import org.wordloom.jobs.setting.Reading;
import org.wordloom.jobs.setting.SettingGroup;
import org.wordloom.jobs.setting.StrataSettings;
import org.wordloom.jobs.setting.TrainingSettings;

/**
 * The stages of skip-gram on counts: open, train, report, commit.
 *
 * @param name of the command
 * @param groups all options, for the records
 */
record PairRun(
        String name,
        List<SettingGroup> groups,
        CountSettings counts,
        StrataSettings strata,
        TrainingSettings training,
        CheckpointSettings checkpoints,
        OutputSettings output) {

    void run(Console console) throws Exception {
        TrainingOutput.make(name, training.options().threads(), output, console, this::runStages);
    }

    private void runStages(Session session, OutputFolder folder, Stopwatch stopwatch, Console console)
            throws Exception {
        folder.refuseInput("from-cooccurrence", counts.folder());
        CooccurrenceFolder cells =
                stopwatch.time("open", () -> CooccurrenceFolder.open(session.storage(), counts.folder()));
        PairsCheck.requireSome(cells, counts.folder());
        tellWindows(cells, console);
        StrataSummary summary = stopwatch.time(
                "train", () -> new PairJob(session.spark()).run(cells, plan(cells), folder, console::note));
        console.note(
                "trained in %.1f s with kernel %s, %d blocks, %d cycles: %s pairs/s, loss %.4f",
                summary.seconds(),
                summary.kernel(),
                summary.blocks(),
                summary.cycles().size(),
                Quantity.of(summary.entriesPerSecond()),
                summary.loss());
        KernelNotes.warnOfFallback(training.options().kernel(), summary.kernel(), console);
        TokenizerCopy.carry(cells.folder(), folder);
        new StrataFiles(
                        name,
                        groups,
                        cells.vocabulary(),
                        StrataSubject.ofCounts(cells, "pair"),
                        CorpusStatistics.none(),
                        output.vectors(),
                        summary)
                .write(session, folder, stopwatch);
    }

    /** Any windows can be trained on; only some are skip-gram's. */
    private static void tellWindows(CooccurrenceFolder cells, Console console) {
        Weighting weighting = cells.options().weighting();
        if (weighting != Weighting.LINEAR) {
            console.warn("the counts are weighted " + Reading.nameOf(weighting)
                    + "; skip-gram's windows are those of wordloom cooccur --weighting linear --window 5");
        }
        if (!cells.options().symmetric()) {
            console.warn(
                    "the counts are of words to the left only (--left-only): words learn from those before them, and"
                            + " not from those after; skip-gram's windows have both sides");
        }
    }

    private PairPlan plan(CooccurrenceFolder cells) {
        return new PairPlan(
                strata.options(training.options()),
                strata.exact(),
                checkpoints.interval(),
                checkpoints.resume(),
                output.vectors(),
                List.of(output.format()),
                CountsRecord.in(StrataProvenance.of(name, groups, strata.exact()), cells));
    }
}
