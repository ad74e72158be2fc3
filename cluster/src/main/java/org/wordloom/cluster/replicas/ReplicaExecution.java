package org.wordloom.cluster.replicas;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.spark.api.java.JavaSparkContext;
import org.wordloom.cluster.checkpoint.LossSum;
import org.wordloom.cluster.checkpoint.RunCheckpoints;
import org.wordloom.cluster.hogwild.TrainingCurve;
import org.wordloom.cluster.output.OutputFolder;
import org.wordloom.cluster.output.TrainingSummary;
import org.wordloom.cluster.output.WrittenFile;
import org.wordloom.vocab.Vocabulary;

/** Runs the rounds of a plan, writes the model, and tells what was done. */
record ReplicaExecution(
        JavaSparkContext spark,
        ReplicaPlan plan,
        ReplicaTasks tasks,
        ReplicaPlacement placement,
        ReplicaMemory memory,
        Vocabulary vocabulary) {
    private static final double LAST_PART = 0.9;

    /** @param key see {@link org.wordloom.cluster.progress.ProgressBoard#begin} */
    ReplicaResult run(RunCheckpoints checkpoints, OutputFolder output, Consumer<String> notes, String key) {
        try (ReplicaEngine engine = new ReplicaEngine(
                spark, tasks, plan.replicas().replicas(), plan.replicas().rule(), placement)) {
            ReplicaRun run = new ReplicaRun(plan, tasks.schedule(), engine, checkpoints, key);
            run.run(notes);
            String kernel = String.join(", ", LossSum.kernels(run.history()));
            List<WrittenFile> files = new ReplicaModelWriter(spark, tasks.files(), vocabulary, plan.model())
                    .write(checkpoints.last(), provenance(kernel), output);
            return new ReplicaResult(training(kernel, run, files), replicas(checkpoints, run));
        }
    }

    private Map<String, String> provenance(String kernel) {
        Map<String, String> provenance = plan.model().provenance(kernel, placement.threads());
        provenance.put("replicas", Integer.toString(plan.replicas().replicas()));
        provenance.put("merge rule", plan.replicas().rule().label());
        return provenance;
    }

    private TrainingSummary training(String kernel, ReplicaRun run, List<WrittenFile> files) {
        return new TrainingSummary(
                kernel,
                "",
                run.last() == null ? placement.threads() : run.last().threads(),
                run.rounds().stream().mapToDouble(RoundSummary::seconds).sum(),
                run.rounds().stream().mapToLong(RoundSummary::words).sum(),
                loss(run.history()),
                files,
                curve(run.rounds()));
    }

    private ReplicaSummary replicas(RunCheckpoints checkpoints, ReplicaRun run) {
        return new ReplicaSummary(
                plan.replicas().replicas(),
                placement.executors(),
                plan.replicas().rule().label(),
                placement.workingSets() ? memory.setBytes() : memory.allBytes(),
                placement.workingSets(),
                checkpoints.written(),
                run.resumedAt(),
                run.rounds());
    }

    /** Mean loss a pair in the last tenth of training. */
    private static double loss(List<LossSum> history) {
        long all = history.stream().mapToLong(LossSum::examples).sum();
        long before = 0;
        LossSum sum = LossSum.NONE;
        for (LossSum round : history) {
            before += round.examples();
            if (before > LAST_PART * all) {
                sum = sum.plus(round);
            }
        }
        return sum.meanLoss();
    }

    private static List<TrainingSummary.Sample> curve(List<RoundSummary> rounds) {
        TrainingCurve curve = new TrainingCurve();
        double seconds = 0;
        long words = 0;
        for (RoundSummary round : rounds) {
            seconds += round.seconds();
            words += round.words();
            curve.add(new TrainingSummary.Sample(seconds, words, round.rate(), round.loss()));
        }
        return new ArrayList<>(curve.samples());
    }
}
