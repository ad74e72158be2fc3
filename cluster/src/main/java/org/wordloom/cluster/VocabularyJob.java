package org.wordloom.cluster;

import org.apache.spark.api.java.JavaSparkContext;
import org.wordloom.vocab.Vocabulary;
import org.wordloom.vocab.VocabularyOptions;

/** Counts the words of a corpus in parallel and keeps those that the options name. */
public final class VocabularyJob {
    private final JavaSparkContext spark;

    public VocabularyJob(JavaSparkContext spark) {
        this.spark = spark;
    }

    /**
     * Counts and decides.
     *
     * @throws org.wordloom.base.WordloomException INPUT when no word is frequent enough, or too much of the text is
     *     malformed
     */
    public Result run(Corpus corpus, VocabularyOptions options) {
        throw new UnsupportedOperationException("in work " + spark.appName() + corpus + options);
    }

    /**
     * What counting found.
     *
     * @param vocabulary the kept words
     * @param statistics of the whole corpus
     */
    public record Result(Vocabulary vocabulary, CorpusStatistics statistics) {}
}
