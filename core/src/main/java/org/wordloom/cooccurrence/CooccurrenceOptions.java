package org.wordloom.cooccurrence;

import java.io.Serializable;
import org.wordloom.base.Problems;

/**
 * Everything that decides what is counted, and the one source of the defaults.
 *
 * @param window words on each side at most
 * @param symmetric whether a pair counts in both directions; otherwise a cell (row, column) counts how often the row's
 *     word stands left of the column's word, as Stanford's {@code cooccur -symmetric 0} does
 * @param weighting what a pair counts by its distance
 * @param boundary what a window never crosses
 * @param minimum cells below this weight are left out, and what is lost is reported; 0 keeps all
 */
public record CooccurrenceOptions(int window, boolean symmetric, Weighting weighting, Boundary boundary, double minimum)
        implements Serializable {

    /** The widest window: farther apart, fixed point has too few digits for 1 / distance. */
    public static final int MAX_WINDOW = 1000;

    /** What a pair of words at distance d (1: neighbours) counts. */
    public enum Weighting {
        /** 1 / d, as GloVe does. */
        INVERSE_DISTANCE,
        /** 1. */
        FLAT,
        /** (window - d + 1) / window: what word2vec's windows of random width give on average. */
        LINEAR
    }

    /** What a window never crosses. */
    public enum Boundary {
        SENTENCE,
        DOCUMENT
    }

    /** Window 10, symmetric, 1 / distance, within sentences, nothing left out. */
    public static CooccurrenceOptions defaults() {
        return new CooccurrenceOptions(10, true, Weighting.INVERSE_DISTANCE, Boundary.SENTENCE, 0);
    }

    /** Adds every value that is out of its range. */
    public void validate(Problems problems) {
        problems.require(window >= 1 && window <= MAX_WINDOW, "--window is %d, expected 1 to %d", window, MAX_WINDOW);
        problems.require(
                minimum >= 0 && minimum <= Long.MAX_VALUE,
                "--min-cooccurrence is %s, expected a weight of at least 0",
                minimum);
    }
}
