package org.wordloom.cluster;

import org.apache.spark.api.java.JavaSparkContext;
import org.wordloom.vocab.Vocabulary;

/** Turns a corpus into shards of word ids. */
public final class EncodeJob {
    private final JavaSparkContext spark;

    public EncodeJob(JavaSparkContext spark) {
        this.spark = spark;
    }

    /**
     * Encodes the corpus; words outside the vocabulary are dropped.
     *
     * @param folder a working folder on storage that all executors reach; made if missing, shards are added to it
     * @throws org.wordloom.base.WordloomException INPUT when no word of the vocabulary occurs, or too much of the text
     *     is malformed
     */
    public EncodedCorpus run(Corpus corpus, Vocabulary vocabulary, String folder) {
        throw new UnsupportedOperationException("in work " + spark.appName() + corpus + vocabulary + folder);
    }
}
