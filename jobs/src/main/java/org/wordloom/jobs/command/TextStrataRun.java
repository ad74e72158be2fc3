package org.wordloom.jobs.command;

import java.util.List;
import org.wordloom.cluster.Corpus;
import org.wordloom.cluster.OutputFolder;
import org.wordloom.cluster.pairs.PairPlan;
import org.wordloom.cluster.pairs.TextPairJob;
import org.wordloom.cluster.pairs.TextPairPlan;
import org.wordloom.cluster.pairs.TextPairSummary;
import org.wordloom.cluster.strata.StrataSummary;
import org.wordloom.jobs.console.Console;
import org.wordloom.jobs.console.Quantity;
import org.wordloom.jobs.report.StrataProvenance;
import org.wordloom.jobs.report.StrataSubject;
import org.wordloom.jobs.session.Session;
import org.wordloom.jobs.session.Stopwatch;
import org.wordloom.jobs.setting.CheckpointSettings;
import org.wordloom.jobs.setting.CorpusSettings;
import org.wordloom.jobs.setting.OutputSettings;
import org.wordloom.jobs.setting.SettingGroup;
import org.wordloom.jobs.setting.StrataSettings;
import org.wordloom.jobs.setting.TrainingSettings;
import org.wordloom.jobs.setting.VocabularySettings;
import org.wordloom.train.PairOptions;

/**
 * The stages of skip-gram on text by strata: count, encode, train, report, commit.
 *
 * @param name of the command
 * @param groups all options, for the records
 */
record TextStrataRun(
        String name,
        List<SettingGroup> groups,
        CorpusSettings corpus,
        VocabularySettings vocabulary,
        TrainingSettings training,
        StrataSettings strata,
        CheckpointSettings checkpoints,
        OutputSettings output) {

    void run(Console console) throws Exception {
        TrainingOutput.make(name, training.options().threads(), output, console, this::runStages);
    }

    private void runStages(Session session, OutputFolder folder, Stopwatch stopwatch, Console console)
            throws Exception {
        Corpus text = Corpus.list(session.storage(), corpus.options());
        EncodedText encoded = EncodedText.of(text, vocabulary, folder.workFolder(), session, stopwatch, console);
        TextPairSummary summary = stopwatch.time("train", () -> new TextPairJob(session.spark())
                .run(encoded.corpus(), encoded.vocabulary(), plan(), folder, console::note));
        tell(summary, console);
        StrataSubject subject = StrataSubject.ofText(encoded.corpus().tokens(), summary);
        new StrataFiles(
                        name,
                        groups,
                        encoded.vocabulary(),
                        subject,
                        encoded.statistics(),
                        output.vectors(),
                        summary.strata())
                .write(session, folder, stopwatch);
    }

    private void tell(TextPairSummary summary, Console console) {
        StrataSummary strata = summary.strata();
        console.note(
                "trained in %.1f s with kernel %s, %d blocks, %d cycles: %s pairs/s, loss %.4f",
                strata.seconds(),
                strata.kernel(),
                strata.blocks(),
                strata.cycles().size(),
                Quantity.of(strata.entriesPerSecond()),
                strata.loss());
        console.note(
                "%.1f s of that made %s bytes of pairs; %s bytes of blocks moved, on a cluster %s would",
                summary.buckets().seconds(),
                Quantity.of(summary.buckets().bytes()),
                Quantity.of(strata.bytesMoved()),
                Quantity.of(summary.cost().vectorBytes()));
        KernelNotes.warnOfFallback(training.options().kernel(), strata.kernel(), console);
    }

    private TextPairPlan plan() {
        PairPlan plan = new PairPlan(
                new PairOptions(training.options(), 1), // the plan puts its own number of cycles there
                strata.exact(),
                checkpoints.interval(),
                checkpoints.resume(),
                output.vectors(),
                List.of(output.format()),
                StrataProvenance.of(name, groups, strata.exact()));
        return new TextPairPlan(plan, strata.blocks(), strata.cycles(), strata.byteBudget());
    }
}
