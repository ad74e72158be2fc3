package org.wordloom.jobs.command;

import java.util.List;
import org.wordloom.cluster.output.OutputFolder;
import org.wordloom.cluster.pairs.PairPlan;
import org.wordloom.cluster.pairs.TextPairJob;
import org.wordloom.cluster.pairs.TextPairPlan;
import org.wordloom.cluster.pairs.TextPairSummary;
import org.wordloom.cluster.schedule.ScheduleChoice;
import org.wordloom.cluster.strata.StrataSummary;
import org.wordloom.jobs.console.Console;
import org.wordloom.jobs.console.Quantity;
import org.wordloom.jobs.model.TokenizerCopy;
import org.wordloom.jobs.report.StrataProvenance;
import org.wordloom.jobs.report.StrataSubject;
import org.wordloom.jobs.session.Session;
import org.wordloom.jobs.session.Stopwatch;
import org.wordloom.jobs.setting.StrataSettings;
import org.wordloom.train.pairs.PairOptions;

/** Trains skip-gram on text by strata. */
record TextStrataRun(TrainingRun run, EncodedText text, ScheduleChoice choice) {

    void run(Session session, OutputFolder folder, Stopwatch stopwatch, Console console) throws Exception {
        run.training().useRatesOfStrata(); // also when the schedule was chosen only now
        TextPairSummary summary = stopwatch.time("train", () -> new TextPairJob(session.spark())
                .run(text.corpus(), text.vocabulary(), plan(), folder, console::note));
        PairsCheck.requireSome(summary.strata());
        tell(summary, console);
        TokenizerCopy.write(text.tokenization(), folder);
        StrataSubject subject = StrataSubject.ofText(text.corpus().tokens(), summary);
        new StrataFiles(
                        run.name(),
                        run.groups(),
                        text.vocabulary(),
                        subject,
                        text.statistics(),
                        run.output().vectors(),
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
        KernelNotes.warnOfFallback(run.training().options().kernel(), strata.kernel(), console);
    }

    private TextPairPlan plan() {
        StrataSettings strata = run.schedules().strata();
        PairPlan plan = new PairPlan(
                new PairOptions(run.training().options(), 1), // the plan puts its own number of cycles there
                strata.exact(),
                run.schedules().checkpoints().interval(),
                run.schedules().checkpoints().resume(),
                run.output().vectors(),
                List.of(run.output().format()),
                StrataProvenance.of(run.name(), run.groups(), strata.exact()));
        return new TextPairPlan(plan, choice.blocks(), strata.cycles(), strata.byteBudget());
    }
}
