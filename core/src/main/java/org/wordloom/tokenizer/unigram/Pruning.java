package org.wordloom.tokenizer.unigram;

import it.unimi.dsi.fastutil.ints.IntArrays;
import java.util.stream.IntStream;

/**
 * Leaves out the pieces that are missed least: what would become of each piece's occurrences if they were segmented
 * otherwise, all else being equal.
 */
final class Pruning {
    private final PieceForest forest;
    private final double[] counts;
    private final double sum;
    private final BestSegmentations.Viterbi viterbi;

    private Pruning(PieceForest forest, TextSums text) {
        this.forest = forest;
        this.counts = TextSums.total(text.of(ChunkWork.BEST, 0));
        this.sum = sum(counts, forest.size());
        this.viterbi = new BestSegmentations.Viterbi(forest);
    }

    private static double sum(double[] counts, int size) {
        double sum = 0;
        for (int piece = 0; piece < size; piece++) {
            sum += counts[piece];
        }
        return sum;
    }

    /**
     * Keeps all single characters, and of the pieces that are used at all those that the text's likelihood would lose
     * most by, at most {@code size} pieces together.
     */
    static void byLikelihood(PieceForest forest, int size, TextSums text, ParallelChunks parallel) {
        Pruning pruning = new Pruning(forest, text);
        forest.retain(pruning.best(size, pruning.values(true), 0), parallel);
    }

    /**
     * Keeps all single characters, and the pieces with the most occurrences, times the root of how many pieces each
     * occurrence saves, {@code size} pieces together. By probabilities alone, as SentencePiece makes the last choice,
     * text of the same kind has more pieces; by the pieces saved, without the root, text of another kind has, since what
     * one text repeats at length is not repeated in others.
     */
    static void bySavedPieces(PieceForest forest, int size, TextSums text, ParallelChunks parallel) {
        Pruning pruning = new Pruning(forest, text);
        forest.retain(pruning.best(size, pruning.values(false), -1), parallel);
    }

    /** What is lost without each piece: of the logarithm of the text's probability, or pieces; 0 for one not used. */
    private double[] values(boolean likelihood) {
        double[] values = new double[forest.size()];
        for (int piece = forest.characters(); piece < values.length; piece++) {
            double otherwise = viterbi.run(forest.sample(piece), forest.lengths()[piece], piece);
            if (counts[piece] > 0 && otherwise <= forest.scores()[piece]) {
                values[piece] = likelihood ? lostLikelihood(piece) : counts[piece] * Math.sqrt(parts(piece) - 1);
            }
        }
        return values;
    }

    /** Marks the pieces with the largest values above a threshold; of equal ones the more probable. */
    private boolean[] best(int size, double[] values, double threshold) {
        int[] candidates = IntStream.range(forest.characters(), forest.size())
                .filter(piece -> values[piece] > threshold)
                .toArray();
        double[] scores = forest.scores();
        IntArrays.quickSort(candidates, (a, b) -> {
            int byValue = Double.compare(values[b], values[a]);
            int byScore = byValue != 0 ? byValue : Double.compare(scores[b], scores[a]);
            return byScore != 0 ? byScore : Integer.compare(a, b);
        });
        boolean[] kept = new boolean[forest.size()];
        for (int i = 0; i < Math.min(candidates.length, size - forest.characters()); i++) {
            kept[candidates[i]] = true;
        }
        return kept;
    }

    /** Into how many pieces a piece falls without itself, by the last run of Viterbi. */
    private int parts(int piece) {
        int parts = 0;
        for (int end = forest.lengths()[piece]; end > 0; end -= viterbi.lengthEndingAt(end)) {
            parts++;
        }
        return parts;
    }

    private double lostLikelihood(int piece) {
        double count = counts[piece];
        double logarithms = 0;
        for (int end = forest.lengths()[piece]; end > 0; end -= viterbi.lengthEndingAt(end)) {
            logarithms += StrictMath.log(counts[viterbi.pieceEndingAt(end)] + count);
        }
        int parts = parts(piece);
        double newSum = sum + count * (parts - 1);
        double now = StrictMath.log(count) - StrictMath.log(sum);
        return count * (now - (logarithms - parts * StrictMath.log(newSum)));
    }
}
