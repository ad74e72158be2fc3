package org.wordloom.cooccurrence;

import org.wordloom.base.ExitCode;
import org.wordloom.base.WordloomException;

/** Addition of sums of units, none negative, that never wraps around in silence. */
public final class ExactSums {
    private ExactSums() {}

    /** @throws WordloomException INPUT when the sum is 2⁶³ or more */
    public static long add(long a, long b) {
        long sum = a + b;
        if (sum < 0) {
            throw overflow();
        }
        return sum;
    }

    /** The error of a sum of 2⁶³ or more. */
    public static WordloomException overflow() {
        return new WordloomException(
                ExitCode.INPUT,
                "a pair of words, or all pairs of one word, were counted so often that their sum exceeds 64 bits;"
                        + " use a smaller window, or flat or linear weighting, whose units are larger");
    }
}
