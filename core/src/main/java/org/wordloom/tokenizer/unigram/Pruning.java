package org.wordloom.tokenizer.unigram;

import it.unimi.dsi.fastutil.ints.IntArrays;
import java.util.Arrays;

/**
 * Leaves out the pieces that the text's likelihood loses least by: what would become of each piece's occurrences if
 * they were segmented otherwise, all else being equal.
 */
final class Pruning {
    private final PieceForest forest;
    private final double[] counts;
    private final double sum;
    private final BestSegmentations.Viterbi viterbi;

    private Pruning(PieceForest forest, double[] counts) {
        this.forest = forest;
        this.counts = counts;
        this.sum = Arrays.stream(counts, 0, forest.size()).sum();
        this.viterbi = new BestSegmentations.Viterbi(forest);
    }

    /** Keeps all single characters, and of the other pieces as many as make {@code size} with them. */
    static void run(PieceForest forest, int size, ParallelChunks parallel) {
        Pruning pruning = new Pruning(forest, BestSegmentations.count(forest, parallel));
        forest.retain(pruning.kept(size), parallel);
    }

    private boolean[] kept(int size) {
        double[] losses = new double[forest.size()];
        int[] candidates = new int[forest.size()];
        int count = 0;
        for (int piece = forest.characters(); piece < forest.size(); piece++) {
            losses[piece] = loss(piece);
            if (losses[piece] > Double.NEGATIVE_INFINITY) {
                candidates[count++] = piece;
            }
        }
        IntArrays.quickSort(candidates, 0, count, (a, b) -> {
            int byLoss = Double.compare(losses[b], losses[a]);
            return byLoss != 0 ? byLoss : Integer.compare(a, b);
        });
        boolean[] kept = new boolean[forest.size()];
        for (int i = 0; i < Math.min(count, size - forest.characters()); i++) {
            kept[candidates[i]] = true;
        }
        return kept;
    }

    /** What the logarithm of the text's probability loses without a piece; minus infinity when it is not used at all. */
    private double loss(int piece) {
        double count = counts[piece];
        double otherwise = viterbi.run(forest.sample(piece), forest.lengths()[piece], piece);
        if (count == 0 || otherwise > forest.scores()[piece]) {
            return Double.NEGATIVE_INFINITY;
        }
        int parts = 0;
        double logarithms = 0;
        for (int end = forest.lengths()[piece]; end > 0; end -= viterbi.lengthEndingAt(end)) {
            logarithms += Math.log(counts[viterbi.pieceEndingAt(end)] + count);
            parts++;
        }
        double newSum = sum + count * (parts - 1);
        double now = Math.log(count) - Math.log(sum);
        return count * (now - (logarithms - parts * Math.log(newSum)));
    }
}
