package org.wordloom.tokenizer.unigram;

import java.util.Arrays;

/**
 * How often each piece is expected in the text, over all segmentations by their probabilities (forward-backward).
 *
 * <p>Probabilities are multiplied as they are, not added as logarithms: ten times faster. That they stay in a double's
 * range is helped by a factor for each character, which all segmentations of a segment have in common, so that it
 * cancels; segments whose numbers leave the range even so go by {@link LogarithmicLattice}.
 */
final class ExpectationStep {
    private static final double FIRST_NATS = 3;
    private static final double LEAST = 1e-140;
    private static final double MOST = 1e140;

    private final PieceForest forest;
    private final ParallelChunks parallel;
    private final TextChunks chunks;
    private final double[][] expected;
    private final double[] logLikelihoods;
    private final double[] segmentNats;
    private double[] probabilities = new double[0];
    /** About the mean of minus the logarithm of a character's probability. */
    private double natsPerCharacter = FIRST_NATS;

    ExpectationStep(PieceForest forest, ParallelChunks parallel) {
        this.forest = forest;
        this.parallel = parallel;
        this.chunks = new TextChunks(forest.segments());
        this.expected = new double[chunks.size()][];
        this.logLikelihoods = new double[chunks.size()];
        this.segmentNats = new double[chunks.size()];
    }

    /** Expected counts by piece; valid until the next call, and longer than there are pieces. */
    double[] run() {
        double nats = natsPerCharacter;
        probabilities = probabilities.length < forest.size() ? new double[forest.size()] : probabilities;
        for (int piece = 0; piece < forest.size(); piece++) {
            probabilities[piece] = Math.exp(forest.scores()[piece] + nats * forest.lengths()[piece]);
        }
        parallel.run(chunks.size(), this::runChunk);
        double sum = 0;
        for (double part : segmentNats) {
            sum += part;
        }
        Segments segments = forest.segments();
        natsPerCharacter = sum / Math.max(1, segments.start(segments.size()) - segments.size());
        return TextChunks.sum(expected, forest.size());
    }

    /** The logarithm of the text's probability, before the pieces' last change. */
    double logLikelihood() {
        double sum = 0;
        for (double part : logLikelihoods) {
            sum += part;
        }
        return sum;
    }

    private void runChunk(int chunk) {
        if (expected[chunk] == null || expected[chunk].length < forest.size()) {
            expected[chunk] = new double[forest.size()];
        }
        Arrays.fill(expected[chunk], 0, forest.size(), 0);
        Worker worker = new Worker(expected[chunk]);
        for (int segment = chunks.from(chunk); segment < chunks.to(chunk); segment++) {
            worker.add(segment);
        }
        logLikelihoods[chunk] = worker.logLikelihood;
        segmentNats[chunk] = worker.nats;
    }

    /** One thread's scratch space, and what it adds up. */
    private final class Worker {
        private final double[] sums;
        private final double[] alpha = new double[SegmentCollector.MOST_CHARACTERS + 1];
        private final double[] beta = new double[SegmentCollector.MOST_CHARACTERS + 1];
        private final int[] parents = forest.parents();
        private final byte[] lengths = forest.lengths();
        private final int[] longestAt = forest.longestAt();
        private final double[] probability = probabilities;
        private final double nats1 = natsPerCharacter;
        private final LogarithmicLattice fallback = new LogarithmicLattice(forest);
        private double logLikelihood;
        private double nats;

        Worker(double[] sums) {
            this.sums = sums;
        }

        void add(int segment) {
            Segments segments = forest.segments();
            int from = segments.start(segment);
            int length = segments.end(segment) - from;
            double count = segments.count(segment);
            double z;
            if (forward(from, length)) {
                z = Math.log(alpha[length]) - length * nats1;
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
}
