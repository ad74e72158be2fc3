package org.wordloom.cluster.cooccurrence;

import org.wordloom.cluster.encoding.EncodedCorpus;
import org.wordloom.cooccurrence.CooccurrenceOptions;
import org.wordloom.cooccurrence.CooccurrenceOptions.Boundary;
import org.wordloom.cooccurrence.DistinctPairs;
import org.wordloom.vocab.Vocabulary;

/**
 * What counting will take, told before it begins. From the counts of the words alone (see {@link DistinctPairs}), so
 * rather too much than too little.
 *
 * @param pairs how often two words stand within a window
 * @param entries cells of all block pairs
 * @param largestCells cells of the largest bucket, as it is held while it is written
 * @param outputBytes of the files of cells
 * @param shuffleBytes what map tasks hand to reduce tasks; about the same again is spilled where the memory is short
 */
public record CooccurrenceEstimate(
        double pairs, double entries, double largestCells, double outputBytes, double shuffleBytes) {
    /** A packed pair: the distance to the column before, and the sum. */
    private static final double PACKED_BYTES = 4.5;

    /** A cell of the output: the distance to the column before, and a float. */
    private static final double CELL_BYTES = 5.5;

    /** Blocks of equal mass give buckets of similar, but not equal, size. */
    private static final double UNEVENNESS = 1.5;

    static CooccurrenceEstimate of(EncodedCorpus corpus, Vocabulary vocabulary, CooccurrencePlan plan, int tasks) {
        CooccurrenceOptions options = plan.options();
        DistinctPairs distinct = new DistinctPairs(vocabulary.counts());
        double sequences = options.boundary() == Boundary.SENTENCE
                ? corpus.sentences()
                : corpus.shards().size();
        double pairs = pairs(corpus.tokens(), sequences, options.window());
        double counted = distinct.expected(pairs, options.symmetric());
        double shuffled = tasks * distinct.expected(pairs / tasks, options.symmetric());
        double p = plan.blocks();
        double buckets = options.symmetric() ? p * (p + 1) / 2 : p * p;
        return new CooccurrenceEstimate(
                pairs,
                options.symmetric() ? 2 * counted : counted,
                buckets == 1 ? counted : Math.min(counted, UNEVENNESS * counted / buckets),
                CELL_BYTES * counted,
                PACKED_BYTES * shuffled);
    }

    /** Of a file of pairs that are counted already. */
    static CooccurrenceEstimate ofPairs(double entries, CooccurrencePlan plan) {
        double buckets = (double) plan.blocks() * plan.blocks();
        return new CooccurrenceEstimate(
                entries,
                entries,
                Math.min(entries, UNEVENNESS * entries / buckets),
                CELL_BYTES * entries,
                PACKED_BYTES * entries);
    }

    /** Pairs in sequences of the mean length: the window is cut at their ends. */
    private static double pairs(double tokens, double sequences, int window) {
        double length = tokens / Math.max(1, sequences);
        double reach = Math.min(window, Math.max(0, length - 1));
        return Math.max(0, sequences * (reach * length - reach * (reach + 1) / 2));
    }
}
