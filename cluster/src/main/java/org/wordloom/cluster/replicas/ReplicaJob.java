package org.wordloom.cluster.replicas;

import java.util.function.Consumer;
import org.apache.spark.api.java.JavaSparkContext;
import org.wordloom.base.Problems;
import org.wordloom.blocks.Side;
import org.wordloom.cluster.checkpoint.CheckpointFolder;
import org.wordloom.cluster.checkpoint.CheckpointUnit;
import org.wordloom.cluster.checkpoint.RowLayout;
import org.wordloom.cluster.checkpoint.RunCheckpoints;
import org.wordloom.cluster.encoding.EncodedCorpus;
import org.wordloom.cluster.hogwild.HogwildJob;
import org.wordloom.cluster.output.OutputFolder;
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
        return SparkRun.stage(HogwildJob.STAGE, words, "words", key -> {
            Storage storage = new Storage(spark.hadoopConfiguration());
            ReplicaTasks tasks = new ReplicaTasks(
                    new BlockFiles(storage, layout),
                    options.toBuilder().threads(placement.threads()).build(),
                    sized.replicas(),
                    corpus,
                    vocabulary.counts(),
                    new ReplicaTurns(placement.atOnce()),
                    key);
            RunCheckpoints checkpoints = new RunCheckpoints(
                    new CheckpointFolder(storage, output.checkpoints(), CheckpointUnit.STEP),
                    sized.identity(corpus, vocabulary, layout, placement.workingSets())
                            .values(),
                    sized.checkpointInterval(),
                    new RunCheckpoints.Extent(
                            tasks.schedule().steps(), layout.blocks(Side.INPUT), layout.blocks(Side.OUTPUT)));
            return new ReplicaExecution(spark, sized, tasks, placement, memory, vocabulary)
                    .run(checkpoints, output, notes, key);
        });
    }

    private static ReplicaMemory memory(ReplicaPlan plan, EncodedCorpus corpus, Vocabulary vocabulary) {
        return ReplicaMemory.of(
                plan.model().training(), vocabulary.counts(), plan.replicas().roundTokens(corpus.tokens()));
    }
}
