package org.wordloom.tokenizer.unigram;

/**
 * New scores from expected counts, with a sparse prior: digamma in place of the logarithm (Liang and Klein, "Structured
 * Bayesian nonparametric models with variational inference", 2007), and pieces that are expected less than half a time
 * are left out.
 */
final class MaximizationStep {
    private static final double LEAST_EXPECTED = 0.5;

    /** How much less likely than the least likely piece a character is that is hardly ever a piece of its own. */
    static final double UNKNOWN_PENALTY = 10;

    private MaximizationStep() {}

    /** As {@link #run}, but leaves no piece out; one that is expected less than half a time counts as that. */
    static double runToKeep(PieceForest forest, double[] expected, ParallelChunks parallel) {
        for (int piece = forest.characters(); piece < forest.size(); piece++) {
            expected[piece] = Math.max(expected[piece], LEAST_EXPECTED);
        }
        return run(forest, expected, parallel);
    }

    /** The least score of a piece that is expected half a time or more; characters below are not. */
    static double run(PieceForest forest, double[] expected, ParallelChunks parallel) {
        int size = forest.size();
        boolean[] kept = new boolean[size];
        double sum = 0;
        for (int piece = 0; piece < size; piece++) {
            kept[piece] = expected[piece] >= LEAST_EXPECTED;
            sum += kept[piece] ? expected[piece] : 0;
        }
        double least = setScores(forest, expected, kept, digamma(sum));
        forest.retain(kept, parallel);
        return least;
    }

    private static double setScores(PieceForest forest, double[] expected, boolean[] kept, double logSum) {
        double[] scores = forest.scores();
        double least = 0;
        for (int piece = 0; piece < forest.size(); piece++) {
            if (kept[piece]) {
                scores[piece] = digamma(expected[piece]) - logSum;
                least = Math.min(least, scores[piece]);
            }
        }
        for (int piece = 0; piece < forest.characters(); piece++) {
            if (!kept[piece]) {
                scores[piece] = least - UNKNOWN_PENALTY;
            }
        }
        return least;
    }

    /** The derivative of the logarithm of the gamma function, for positive x: its recurrence, then its asymptotic series. */
    static double digamma(double x) {
        double result = 0;
        double y = x;
        for (; y < 10; y++) {
            result -= 1 / y;
        }
        double inverse = 1 / (y * y);
        double series = inverse * (1.0 / 12 - inverse * (1.0 / 120 - inverse * (1.0 / 252 - inverse / 240)));
        return result + StrictMath.log(y) - 0.5 / y - series;
    }
}
