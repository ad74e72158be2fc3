package org.wordloom.cluster.hogwild;

import java.util.ArrayList;
import java.util.List;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.wordloom.base.Problems;
import org.wordloom.cluster.encoding.EncodedCorpus;
import org.wordloom.cluster.output.ModelWriter;
import org.wordloom.cluster.output.OutputFolder;
import org.wordloom.cluster.output.TrainingSummary;
import org.wordloom.cluster.progress.ProgressBoard;
import org.wordloom.cluster.progress.ProgressMessage;
import org.wordloom.cluster.spark.Broadcasts;
import org.wordloom.cluster.spark.ExecutorCores;
import org.wordloom.cluster.spark.SparkRun;
import org.wordloom.cluster.spark.WholeExecutor;
import org.wordloom.cluster.storage.Storage;
import org.wordloom.cluster.vocabulary.VocabularyBroadcast;
import org.wordloom.vocab.Vocabulary;

/**
 * Trains a word model over an encoded corpus and writes it straight from the executor into an output folder.
 *
 * <p>Schedule hogwild with one replica (many are in {@code replicas}): one task trains the model and owns its executor:
 * on a cluster the stage asks for all cores of an executor, on a local master the task starts that many threads.
 * Vectors never pass the driver.
 */
public final class HogwildJob {
    /** Stage name of the progress reports; their unit is words, all epochs together. */
    public static final String STAGE = "train";

    private final JavaSparkContext spark;

    public HogwildJob(JavaSparkContext spark) {
        this.spark = spark;
    }

    /**
     * Trains and writes {@link ModelWriter#MODEL_FILE} and the vector files into {@code output}, which the caller commits.
     *
     * @throws org.wordloom.base.WordloomException TRAINING when training diverged or a worker failed; ENVIRONMENT when
     *     the model does not fit the executor or a forced kernel is absent
     */
    public TrainingSummary run(
            EncodedCorpus corpus, Vocabulary vocabulary, WordTrainingPlan plan, OutputFolder output) {
        Problems problems = new Problems();
        plan.validate(problems);
        problems.throwIfAny();
        long words = Math.multiplyExact(corpus.tokens(), (long) plan.training().epochs());
        TrainingSummary summary = SparkRun.stage(
                STAGE, words, "words", key -> told(train(corpus, vocabulary, plan, output.staging(), key), key));
        summary.files().forEach(output::take);
        return summary;
    }

    /** The last report of an executor may be half a second older than the end: the end is told from the summary. */
    private static TrainingSummary told(TrainingSummary summary, String progressKey) {
        if (!summary.samples().isEmpty()) {
            double rate = summary.samples().get(summary.samples().size() - 1).rate();
            ProgressBoard.instance()
                    .report(new ProgressMessage(
                            progressKey, HogwildTask.source(0), summary.words(), rate, summary.loss()));
        }
        return summary;
    }

    private TrainingSummary train(
            EncodedCorpus corpus, Vocabulary vocabulary, WordTrainingPlan plan, String staging, String progressKey) {
        ExecutorCores cores = ExecutorCores.of(spark);
        int threads = plan.training().threads() > 0 ? plan.training().threads() : cores.count();
        HogwildTask replica = new HogwildTask(0, new ArrayList<>(corpus.shards()), plan, staging, threads, progressKey);
        try (Broadcasts broadcasts = new Broadcasts(spark)) {
            Broadcast<Storage> storage = broadcasts.send(new Storage(spark.hadoopConfiguration()));
            Broadcast<VocabularyBroadcast> words = broadcasts.send(new VocabularyBroadcast(vocabulary));
            // Its shards may be a million, and a task may not be larger than a message.
            Broadcast<HogwildTask> task = broadcasts.send(replica);
            return WholeExecutor.of(spark)
                    .claim(spark.parallelize(List.of(replica.replica()), 1))
                    .map(number ->
                            task.value().run(storage.value(), words.value().vocabulary()))
                    .collect()
                    .get(0)
                    .get();
        }
    }
}
