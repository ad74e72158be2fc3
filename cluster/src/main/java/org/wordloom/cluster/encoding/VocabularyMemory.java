package org.wordloom.cluster.encoding;

import org.apache.spark.api.java.JavaSparkContext;
import org.wordloom.cluster.spark.ExecutorCores;
import org.wordloom.vocab.Vocabulary;

/**
 * What a vocabulary takes where it is whole.
 *
 * @param words V
 * @param wordBytes UTF-8 bytes of all words
 */
record VocabularyMemory(long words, long wordBytes) {
    /** Where a word begins, and its count. */
    private static final int FIELD_BYTES = Integer.BYTES + Long.BYTES;
    /** A broadcast may take this part of a heap; the rest is for tasks, and on a driver for what else grows with V. */
    private static final int SHARE = 4;

    static VocabularyMemory of(Vocabulary vocabulary) {
        return new VocabularyMemory(vocabulary.size(), vocabulary.start(vocabulary.size()));
    }

    /** Bytes of a vocabulary that is not looked up in, as on a driver; also about what a broadcast of it takes. */
    long bytes() {
        return wordBytes + FIELD_BYTES * words;
    }

    /** Bytes where words are looked up: a table of 12 to 24 bytes a word is added. */
    long lookUpBytes() {
        return bytes() + Long.BYTES * 2 * Long.highestOneBit(Math.max(1, words + (words >> 1)));
    }

    /** Whether it can be sent to every executor: a quarter of the driver's and of an executor's heap hold it. */
    boolean fitsBroadcast(JavaSparkContext spark) {
        long driver = Runtime.getRuntime().maxMemory();
        long executor = ExecutorCores.heapBytes(spark);
        return SHARE * bytes() <= driver && SHARE * lookUpBytes() <= executor;
    }
}
