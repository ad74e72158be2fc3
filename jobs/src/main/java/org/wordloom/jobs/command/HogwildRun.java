package org.wordloom.jobs.command;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.wordloom.cluster.hogwild.HogwildJob;
import org.wordloom.cluster.hogwild.WordTrainingPlan;
import org.wordloom.cluster.output.OutputFolder;
import org.wordloom.cluster.output.TrainingSummary;
import org.wordloom.cluster.replicas.ReplicaJob;
import org.wordloom.cluster.replicas.ReplicaOptions;
import org.wordloom.cluster.replicas.ReplicaPlan;
import org.wordloom.cluster.replicas.ReplicaResult;
import org.wordloom.cluster.replicas.ReplicaSummary;
import org.wordloom.cluster.schedule.ScheduleChoice;
import org.wordloom.cluster.schedule.ScheduleChoice.Kind;
import org.wordloom.jobs.console.Console;
import org.wordloom.jobs.console.Quantity;
import org.wordloom.jobs.model.TokenizerCopy;
import org.wordloom.jobs.report.Provenance;
import org.wordloom.jobs.report.ReplicaRecord;
import org.wordloom.jobs.report.RunRecord;
import org.wordloom.jobs.report.TrainingReport;
import org.wordloom.jobs.session.Session;
import org.wordloom.jobs.session.Stopwatch;
import org.wordloom.train.TrainingOptions;

/** Trains by Hogwild threads, on one replica or on many. */
record HogwildRun(TrainingRun run, EncodedText text, ScheduleChoice choice) {
    /** One replica that is to be kept now and then trains in rounds too: nothing else makes checkpoints. */
    private boolean inRounds() {
        return choice.kind() == Kind.REPLICAS || run.schedules().checkpointsWanted();
    }

    void run(Session session, OutputFolder folder, Stopwatch stopwatch, Console console) throws Exception {
        // Only now it is known how many replicas there are.
        ReplicaOptions merging = run.schedules().replicas().options();
        if (run.training().useRateOfReplicas(merging, choice.replicas())) {
            console.note(
                    "rate %s, which suits %d replicas better than one's %s; --rate sets another",
                    ReplicaOptions.SKIPGRAM_RATE, choice.replicas(), TrainingOptions.SKIPGRAM_RATE);
        }
        for (String option : inRounds() ? List.<String>of() : run.schedules().mergingOptions()) {
            console.warn("--" + option + " has no effect: there is one replica, and nothing to merge");
        }
        Optional<ReplicaSummary> replicas = Optional.empty();
        TrainingSummary summary;
        if (inRounds()) {
            ReplicaResult result = stopwatch.time("train", () -> new ReplicaJob(session.spark())
                    .run(text.corpus(), text.vocabulary(), rounds(), folder, console::note));
            summary = result.training();
            replicas = Optional.of(result.replicas());
        } else {
            summary = stopwatch.time("train", () -> new HogwildJob(session.spark())
                    .run(text.corpus(), text.vocabulary(), plan(), folder));
        }
        tell(summary, replicas, console);
        VocabularyFile.write(text.vocabulary(), folder);
        TokenizerCopy.write(text.tokenization(), folder);
        TrainingReport report =
                new TrainingReport(run.name(), run.groups(), text.statistics(), text.vocabulary(), summary, replicas);
        stopwatch.time("report", () -> report.write(session.storage(), folder));
        RunRecord record = RunRecord.of(run.name(), run.groups(), stopwatch)
                .corpus(text.statistics(), text.vocabulary())
                .training(summary, "hogwild")
                .with("schedule-reasons", choice.reasons());
        replicas.ifPresent(value -> record.with("replicas", ReplicaRecord.of(value)));
        record.write(folder);
    }

    private void tell(TrainingSummary summary, Optional<ReplicaSummary> replicas, Console console) {
        console.note(
                "trained in %.1f s with kernel %s: %s words/s, loss %.4f",
                summary.seconds(), summary.kernel(), Quantity.of(summary.wordsPerSecond()), summary.loss());
        if (!summary.kernelReason().isEmpty()) {
            console.note("the %s kernel ran: %s", summary.kernel(), summary.kernelReason());
        }
        replicas.ifPresent(value -> console.note(line(value)));
        KernelNotes.warnOfFallback(run.training().options().kernel(), summary.kernel(), console);
    }

    /** Without a divergence where no rows were changed by several replicas. */
    static String line(ReplicaSummary summary) {
        String divergence = Double.isNaN(summary.divergence())
                ? ""
                : String.format(Locale.ROOT, ", divergence %.2f", summary.divergence());
        return String.format(
                Locale.ROOT,
                "%s in %s: %.1f s merging, %sB of rows moved%s",
                count(summary.replicas(), "replica"),
                count(summary.rounds().size(), "round"),
                summary.mergeSeconds(),
                Quantity.of(summary.bytesMoved()),
                divergence);
    }

    private static String count(int number, String what) {
        return number + " " + what + (number == 1 ? "" : "s");
    }

    private ReplicaPlan rounds() {
        ReplicaOptions asked = run.schedules().replicas().options().withReplicas(choice.replicas());
        return new ReplicaPlan(
                plan(),
                asked,
                run.schedules().checkpoints().interval(),
                run.schedules().checkpoints().resume());
    }

    private WordTrainingPlan plan() {
        return new WordTrainingPlan(
                run.training().options(),
                run.output().vectors(),
                List.of(run.output().format()),
                Provenance.of(run.name(), run.groups()));
    }
}
