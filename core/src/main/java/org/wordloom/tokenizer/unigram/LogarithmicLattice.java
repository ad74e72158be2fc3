package org.wordloom.tokenizer.unigram;

import java.util.Arrays;

/** Forward-backward with logarithms, for segments whose probabilities are out of a double's range. Slow and safe. */
final class LogarithmicLattice {
    private final PieceForest forest;
    private final double[] alpha = new double[SegmentCollector.MOST_CHARACTERS + 1];
    private final double[] beta = new double[SegmentCollector.MOST_CHARACTERS + 1];

    LogarithmicLattice(PieceForest forest) {
        this.forest = forest;
    }

    /** Adds a segment's expected counts of pieces, times {@code count}; the logarithm of its probability. */
    double addExpected(int from, int length, double count, double[] sums) {
        int[] longestAt = forest.longestAt();
        int[] parents = forest.parents();
        byte[] lengths = forest.lengths();
        double[] scores = forest.scores();
        Arrays.fill(alpha, 0, length + 1, Double.NEGATIVE_INFINITY);
        Arrays.fill(beta, 0, length + 1, Double.NEGATIVE_INFINITY);
        alpha[0] = 0;
        beta[length] = 0;
        for (int i = 0; i < length; i++) {
            for (int piece = longestAt[from + i]; piece >= 0; piece = parents[piece]) {
                int end = i + lengths[piece];
                alpha[end] = addLogarithms(alpha[end], alpha[i] + scores[piece]);
            }
        }
        double z = alpha[length];
        for (int i = length - 1; i >= 0; i--) {
            for (int piece = longestAt[from + i]; piece >= 0; piece = parents[piece]) {
                double rest = scores[piece] + beta[i + lengths[piece]];
                sums[piece] += count * StrictMath.exp(alpha[i] + rest - z);
                beta[i] = addLogarithms(beta[i], rest);
            }
        }
        return z;
    }

    /** The logarithm of e^a + e^b. */
    static double addLogarithms(double a, double b) {
        double most = Math.max(a, b);
        return most == Double.NEGATIVE_INFINITY ? most : most + StrictMath.log1p(StrictMath.exp(Math.min(a, b) - most));
    }
}
