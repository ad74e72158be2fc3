package org.wordloom.jobs.command;

import java.util.List;
import org.wordloom.cluster.OutputFolder;
import org.wordloom.cluster.pairs.PairPlan;
import org.wordloom.cluster.pairs.TextPairJob;
import org.wordloom.cluster.pairs.TextPairPlan;
import org.wordloom.cluster.pairs.TextPairSummary;
import org.wordloom.cluster.schedule.ScheduleChoice;
import org.wordloom.cluster.strata.StrataSummary;
import org.wordloom.jobs.console.Console;
import org.wordloom.jobs.console.Quantity;
import org.wordloom.jobs.report.RunRecord;
import org.wordloom.jobs.report.StrataProvenance;
import org.wordloom.jobs.report.StrataRecord;
import org.wordloom.jobs.report.StrataReport;
import org.wordloom.jobs.session.Session;
import org.wordloom.jobs.session.Stopwatch;
import org.wordloom.jobs.setting.CountSettings;

/** Trains skip-gram on text by strata. */
record TextStrataRun(TrainingRun run, EncodedText text, ScheduleChoice choice) {

    void run(Session session, OutputFolder folder, Stopwatch stopwatch, Console console) throws Exception {
        run.training().useRatesOfCounts();
        TextPairSummary trained = stopwatch.time("train", () -> new TextPairJob(session.spark())
                .run(text.corpus(), text.vocabulary(), plan(), folder, console::note));
        StrataSummary summary = trained.strata();
        console.note(
                "trained in %.1f s with kernel %s, %d blocks, %d cycles: %s pairs/s, loss %.4f",
                summary.seconds(),
                summary.kernel(),
                summary.blocks(),
                summary.cycles().size(),
                Quantity.of(summary.entriesPerSecond()),
                summary.loss());
        KernelNotes.warnOfFallback(run.training().options().kernel(), summary.kernel(), console);
        VocabularyFile.write(text.vocabulary(), folder);
        long pairs = summary.entries() / Math.max(1, summary.cycles().size());
        StrataReport report = new StrataReport(
                run.name(), run.groups(), text.vocabulary(), pairs, run.output().vectors(), summary);
        stopwatch.time("report", () -> report.write(session.storage(), folder));
        RunRecord.of(run.name(), run.groups(), stopwatch)
                .corpus(text.statistics(), text.vocabulary())
                .with("kernel", summary.kernel())
                .with("schedule", "strata")
                .with("schedule-reasons", choice.reasons())
                .with("training", StrataRecord.of(pairs, summary))
                .write(folder);
    }

    private TextPairPlan plan() {
        CountSettings strata = run.schedules().strata();
        PairPlan plan = new PairPlan(
                strata.options(run.training().options()),
                strata.exact(),
                run.schedules().checkpoints().interval(),
                run.schedules().checkpoints().resume(),
                run.output().vectors(),
                List.of(run.output().format()),
                StrataProvenance.of(run.name(), run.groups(), strata.exact()));
        return new TextPairPlan(plan, choice.blocks());
    }
}
