package org.wordloom.tokenizer.unigram;

import java.util.Arrays;

/** How often each piece occurs in the most probable segmentations of the text (Viterbi). */
final class BestSegmentations {
    private BestSegmentations() {}

    /** Counts by piece in the segments {@code [fromSegment, toSegment)}. */
    static double[] count(PieceForest forest, int fromSegment, int toSegment) {
        double[] sums = new double[forest.size()];
        Viterbi viterbi = new Viterbi(forest);
        Segments segments = forest.segments();
        for (int segment = fromSegment; segment < toSegment; segment++) {
            int from = segments.start(segment);
            int length = segments.end(segment) - from;
            viterbi.run(from, length, Integer.MAX_VALUE);
            for (int end = length; end > 0; end -= viterbi.lengthEndingAt(end)) {
                sums[viterbi.pieceEndingAt(end)] += segments.count(segment);
            }
        }
        return sums;
    }

    /** The most probable segmentation of a stretch of text. */
    static final class Viterbi {
        private final int[] longestAt;
        private final int[] parents;
        private final byte[] lengths;
        private final double[] scores;
        private final double[] best = new double[SegmentCollector.MOST_CHARACTERS + 1];
        private final int[] pieces = new int[SegmentCollector.MOST_CHARACTERS + 1];

        Viterbi(PieceForest forest) {
            this.longestAt = forest.longestAt();
            this.parents = forest.parents();
            this.lengths = forest.lengths();
            this.scores = forest.scores();
        }

        /**
         * Segments {@code length} characters from {@code from} on, without one of the pieces; the logarithm of its
         * probability.
         */
        double run(int from, int length, int without) {
            Arrays.fill(best, 0, length + 1, Double.NEGATIVE_INFINITY);
            best[0] = 0;
            for (int i = 0; i < length; i++) {
                double before = best[i];
                for (int piece = longestAt[from + i]; piece >= 0; piece = parents[piece]) {
                    int end = i + lengths[piece];
                    if (end <= length && before + scores[piece] > best[end] && piece != without) {
                        best[end] = before + scores[piece];
                        pieces[end] = piece;
                    }
                }
            }
            return best[length];
        }

        int pieceEndingAt(int end) {
            return pieces[end];
        }

        int lengthEndingAt(int end) {
            return lengths[pieces[end]];
        }
    }
}
