package org.wordloom.cluster;

import org.apache.spark.api.java.JavaSparkContext;
import org.wordloom.vocab.Vocabulary;

/** Trains a word model over an encoded corpus and writes it straight from the executor into an output folder. */
public final class WordTrainingJob {
    private final JavaSparkContext spark;

    public WordTrainingJob(JavaSparkContext spark) {
        this.spark = spark;
    }

    /**
     * Trains and writes {@link #MODEL_FILE} and the vector files into {@code output}, which the caller commits.
     *
     * @throws org.wordloom.base.WordloomException TRAINING when training diverged or a worker failed; ENVIRONMENT when
     *     the model does not fit the executor or a forced kernel is absent
     */
    public TrainingSummary run(EncodedCorpus corpus, Vocabulary vocabulary, WordTrainingPlan plan, OutputFolder output) {
        throw new UnsupportedOperationException("in work " + spark.appName() + corpus + vocabulary + plan + output);
    }

    /** The model's file in an output folder. */
    public static final String MODEL_FILE = "model.wordloom";
}
