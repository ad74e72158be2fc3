package org.wordloom.cluster.hogwild;

import java.io.IOException;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.spark.TaskContext;
import org.wordloom.base.ExitCode;
import org.wordloom.base.ThreadLimit;
import org.wordloom.base.WordloomException;
import org.wordloom.cluster.encoding.EncodedCorpus;
import org.wordloom.cluster.encoding.StoredShards;
import org.wordloom.cluster.output.ModelWriter;
import org.wordloom.cluster.output.TrainingSummary;
import org.wordloom.cluster.output.WrittenFile;
import org.wordloom.cluster.spark.TaskDevice;
import org.wordloom.cluster.spark.TaskOutcome;
import org.wordloom.cluster.storage.Storage;
import org.wordloom.model.WordModel;
import org.wordloom.train.HogwildTrainer;
import org.wordloom.train.TrainingOptions;
import org.wordloom.vocab.Vocabulary;

/**
 * One replica of the model on one executor: trains on its shards with all of the executor's cores and writes the model
 * and its vectors to storage from there.
 *
 * @param replica number of the replica
 * @param shards what it trains on
 * @param plan what to train and write
 * @param staging the folder to write into
 * @param threads Hogwild threads; 0 for all cores of this machine
 * @param progressKey see {@link org.wordloom.cluster.progress.ProgressBoard#begin}
 */
record HogwildTask(
        int replica,
        ArrayList<EncodedCorpus.Shard> shards,
        WordTrainingPlan plan,
        String staging,
        int threads,
        String progressKey)
        implements Serializable {

    /** Under which name a replica reports its progress. */
    static String source(int replica) {
        return Integer.toString(replica);
    }

    TaskOutcome<TrainingSummary> run(Storage storage, Vocabulary vocabulary) throws InterruptedException {
        return TaskOutcome.of(() -> train(storage, vocabulary));
    }

    private TrainingSummary train(Storage storage, Vocabulary vocabulary) throws IOException, InterruptedException {
        int workers = ThreadLimit.orAllCores(threads);
        TrainingOptions options = plan.training().toBuilder().threads(workers).build();
        refuseTooLarge(vocabulary.size());
        TrainingCurve curve = new TrainingCurve();
        HogwildProgress progress = new HogwildProgress(progressKey, source(replica), curve);
        HogwildTrainer.Result result = new HogwildTrainer(options, vocabulary.counts(), TaskDevice::decide)
                .train(new StoredShards(storage, shards, vocabulary.size()), progress);
        WordModel model =
                new WordModel(vocabulary, result.input(), result.output(), plan.provenance(result.kernel(), workers));
        ModelWriter writer = new ModelWriter(storage, staging, TaskContext.get().taskAttemptId());
        List<WrittenFile> files = writer.write(model, plan.vectors(), plan.formats());
        return new TrainingSummary(
                result.kernel(),
                result.kernelReason(),
                workers,
                result.seconds(),
                result.words(),
                result.loss(),
                files,
                curve.samples());
    }

    private void refuseTooLarge(int words) {
        long needed = plan.memoryBytes(words);
        long heap = Runtime.getRuntime().maxMemory();
        if (needed > heap) {
            throw new WordloomException(
                    ExitCode.ENVIRONMENT,
                    String.format(
                            Locale.ROOT,
                            "%,d words of %d dimensions need %,d MB for training, the executor's heap has %,d MB: give"
                                    + " it more (--executor-memory, or --driver-memory on a local master), or lower"
                                    + " --dim or --max-size",
                            words,
                            plan.training().dim(),
                            needed >> 20,
                            heap >> 20));
        }
    }
}
