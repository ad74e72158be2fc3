package org.wordloom.tokenizer.unigram;

import java.util.Arrays;

/**
 * Expected counts of pieces by forward and backward probabilities, for one thread.
 *
 * <p>Probabilities are multiplied as they are, not added as logarithms: ten times faster. That they stay in a double's
 * range is helped by a factor for each character, which all segmentations of a segment have in common, so that it
 * cancels; segments whose numbers leave the range even so go by {@link LogarithmicLattice}.
 */
final class ForwardBackward {
    private static final double LEAST = 1e-140;
    private static final double MOST = 1e140;

    private final Segments segments;
    private final double[] sums;
    private final double[] alpha = new double[SegmentCollector.MOST_CHARACTERS + 1];
    private final double[] beta = new double[SegmentCollector.MOST_CHARACTERS + 1];
    private final int[] parents;
    private final byte[] lengths;
    private final int[] longestAt;
    private final double[] probability;
    private final double natsPerCharacter;
    private final LogarithmicLattice fallback;
    private double logLikelihood;
    private double nats;

    ForwardBackward(PieceForest forest, PieceProbabilities probabilities) {
        this.segments = forest.segments();
        this.sums = new double[forest.size()];
        this.parents = forest.parents();
        this.lengths = forest.lengths();
        this.longestAt = forest.longestAt();
        this.natsPerCharacter = probabilities.natsPerCharacter();
        this.probability = probabilities.byPiece();
        this.fallback = new LogarithmicLattice(forest);
    }

    ChunkSums sums(int from, int to) {
        for (int segment = from; segment < to; segment++) {
            add(segment);
        }
        return new ChunkSums(sums, logLikelihood, nats);
    }

    private void add(int segment) {
        int from = segments.start(segment);
        int length = segments.end(segment) - from;
        double count = segments.count(segment);
        double z;
        if (forward(from, length)) {
            z = StrictMath.log(alpha[length]) - length * natsPerCharacter;
            backward(from, length, count / alpha[length]);
        } else {
            z = fallback.addExpected(from, length, count, sums);
        }
        logLikelihood += count * z;
        nats -= z;
    }

    /** Probabilities of what stands before each position; false when they leave the range. */
    private boolean forward(int from, int length) {
        Arrays.fill(alpha, 0, length + 1, 0);
        alpha[0] = 1;
        for (int i = 0; i < length; i++) {
            double a = alpha[i];
            if (!(a > LEAST && a < MOST)) {
                return false;
            }
            for (int piece = longestAt[from + i]; piece >= 0; piece = parents[piece]) {
                alpha[i + lengths[piece]] += a * probability[piece];
            }
        }
        return alpha[length] > LEAST && alpha[length] < MOST;
    }

    /**
     * Probabilities of what stands after each position, and with those of what stands before, the sums. Since
     * alpha times beta is at most z, beta cannot overflow when alpha is in range, and where it becomes 0, what it
     * would have added is below 1e-28.
     */
    private void backward(int from, int length, double countByZ) {
        beta[length] = 1;
        for (int i = length - 1; i >= 0; i--) {
            double a = alpha[i] * countByZ;
            double b = 0;
            for (int piece = longestAt[from + i]; piece >= 0; piece = parents[piece]) {
                double rest = probability[piece] * beta[i + lengths[piece]];
                sums[piece] += a * rest;
                b += rest;
            }
            beta[i] = b;
        }
    }
}
