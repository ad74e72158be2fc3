package org.wordloom.train;

import org.wordloom.vocab.SubsamplingTable;

/** The factor of each row: min(1, sqrt(c / n)), n the occurrences that subsampling is expected to keep; 1 if c is 0. */
final class ReferenceRates {
    private final TrainingOptions options;
    private final long[] counts;
    private final SubsamplingTable subsampling;

    ReferenceRates(TrainingOptions options, long[] counts) {
        this.options = options;
        this.counts = counts;
        this.subsampling = new SubsamplingTable(counts, options.sample());
    }

    double input(int word) {
        if (options.rowRateCount() == 0) {
            return 1;
        }
        return Math.min(1, Math.sqrt(options.rowRateCount() / Math.max(1, counts[word] * subsampling.keep(word))));
    }

    /** The inner nodes of hierarchical softmax stand for no word, and keep the full rate. */
    double output(int row) {
        return options.objective() == ObjectiveChoice.NEGATIVE_SAMPLING ? input(row) : 1;
    }
}
