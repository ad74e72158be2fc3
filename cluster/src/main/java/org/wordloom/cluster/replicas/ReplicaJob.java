package org.wordloom.cluster.replicas;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.apache.spark.api.java.JavaSparkContext;
import org.wordloom.base.Problems;
import org.wordloom.blocks.Side;
import org.wordloom.cluster.checkpoint.CheckpointFolder;
import org.wordloom.cluster.checkpoint.CheckpointUnit;
import org.wordloom.cluster.checkpoint.LossSum;
import org.wordloom.cluster.checkpoint.RowLayout;
import org.wordloom.cluster.checkpoint.RunCheckpoints;
import org.wordloom.cluster.encoding.EncodedCorpus;
import org.wordloom.cluster.hogwild.TrainingCurve;
import org.wordloom.cluster.hogwild.WordTrainingJob;
import org.wordloom.cluster.output.OutputFolder;
import org.wordloom.cluster.output.TrainingSummary;
import org.wordloom.cluster.output.WrittenFile;
import org.wordloom.cluster.spark.ExecutorCount;
import org.wordloom.cluster.spark.SparkRun;
import org.wordloom.cluster.storage.Storage;
import org.wordloom.train.ObjectiveChoice;
import org.wordloom.train.TrainingOptions;
import org.wordloom.vocab.HuffmanTree;
import org.wordloom.vocab.Vocabulary;

/**
 * Trains a word model by many replicas: in each round every replica trains on its part of the corpus from the same model,
 * with all cores of an executor, and their changes are merged row by row. With one thread a replica the result is a
 * function of the options, the number of replicas and that of merges, whatever the cluster and whatever fails on it.
 */
public final class ReplicaJob {
    private static final double LAST_PART = 0.9;

    private final JavaSparkContext spark;

    public ReplicaJob(JavaSparkContext spark) {
        this.spark = spark;
    }

    /**
     * Trains, or goes on from a checkpoint, and writes; the caller commits.
     *
     * @param notes hears what the user should know before the end, a line each
     * @throws org.wordloom.base.WordloomException ENVIRONMENT when a replica does not fit an executor; USAGE when a
     *     checkpoint was made with other options; FORMAT when no checkpoint is whole; TRAINING when training diverged
     */
    public ReplicaResult run(
            EncodedCorpus corpus,
            Vocabulary vocabulary,
            ReplicaPlan plan,
            OutputFolder output,
            Consumer<String> notes) {
        Problems problems = new Problems();
        plan.validate(problems);
        problems.throwIfAny();
        ReplicaPlan sized = plan.withReplicas(
                plan.replicas().replicas() > 0 ? plan.replicas().replicas() : ExecutorCount.of(spark));
        TrainingOptions options = plan.model().training();
        int outputRows = options.objective() == ObjectiveChoice.HIERARCHICAL_SOFTMAX
                ? HuffmanTree.innerNodes(vocabulary.size())
                : vocabulary.size();
        RowLayout layout = RowLayout.of(
                vocabulary.size(), outputRows, options.dim(), sized.replicas().replicas());
        CheckpointFolder.requireRoom(layout.blocks());
        ReplicaMemory memory = memory(sized, corpus, vocabulary);
        ReplicaPlacement placement =
                ReplicaPlacement.of(spark, sized.replicas(), memory, layout.modelBytes(), options.threads());
        long words = Math.multiplyExact(corpus.tokens(), (long) options.epochs());
        return SparkRun.stage(WordTrainingJob.STAGE, words, "words", key -> {
            ReplicaTasks tasks = new ReplicaTasks(
                    new Storage(spark.hadoopConfiguration()),
                    options.toBuilder().threads(placement.threads()).build(),
                    sized.replicas(),
                    layout,
                    corpus,
                    vocabulary.counts(),
                    placement.atOnce(),
                    key);
            SortedMap<String, String> identity = sized.identity(corpus, vocabulary, layout, placement.workingSets())
                    .values();
            return train(sized, identity, tasks, placement, memory, vocabulary, output, notes, key);
        });
    }

    private static ReplicaMemory memory(ReplicaPlan plan, EncodedCorpus corpus, Vocabulary vocabulary) {
        return ReplicaMemory.of(
                plan.model().training(), vocabulary.counts(), plan.replicas().roundTokens(corpus.tokens()));
    }

    private ReplicaResult train(
            ReplicaPlan plan,
            SortedMap<String, String> identity,
            ReplicaTasks tasks,
            ReplicaPlacement placement,
            ReplicaMemory memory,
            Vocabulary vocabulary,
            OutputFolder output,
            Consumer<String> notes,
            String key) {
        RowLayout layout = tasks.blocks().layout();
        RunCheckpoints checkpoints = new RunCheckpoints(
                new CheckpointFolder(tasks.storage(), output.checkpoints(), CheckpointUnit.STEP),
                identity,
                plan.checkpointInterval(),
                new RunCheckpoints.Extent(
                        tasks.schedule().steps(), layout.blocks(Side.INPUT), layout.blocks(Side.OUTPUT)));
        try (ReplicaEngine engine = new ReplicaEngine(
                spark, tasks, plan.replicas().replicas(), plan.replicas().rule(), placement)) {
            ReplicaRun run = new ReplicaRun(plan, tasks.schedule(), engine, checkpoints, key);
            run.run(notes);
            String kernel = String.join(", ", LossSum.kernels(run.history()));
            Map<String, String> provenance = new TreeMap<>(plan.model().provenance());
            provenance.put("kernel", kernel);
            provenance.put("schedule", "hogwild");
            provenance.put("replicas", Integer.toString(plan.replicas().replicas()));
            provenance.put("merge rule", plan.replicas().rule().label());
            provenance.put("threads", Integer.toString(placement.threads()));
            List<WrittenFile> files = new ReplicaModelWriter(spark, tasks, vocabulary, plan.model())
                    .write(checkpoints.last(), provenance, output);
            TrainingSummary training = new TrainingSummary(
                    kernel,
                    "",
                    run.last() == null ? placement.threads() : run.last().threads(),
                    run.rounds().stream().mapToDouble(RoundSummary::seconds).sum(),
                    run.rounds().stream().mapToLong(RoundSummary::words).sum(),
                    loss(run.history()),
                    files,
                    curve(run.rounds()));
            ReplicaSummary replicas = new ReplicaSummary(
                    plan.replicas().replicas(),
                    placement.executors(),
                    plan.replicas().rule().label(),
                    placement.workingSets() ? memory.setBytes() : memory.allBytes(),
                    placement.workingSets(),
                    checkpoints.written(),
                    run.resumedAt(),
                    run.rounds());
            return new ReplicaResult(training, replicas);
        }
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
