package org.wordloom.cooccurrence;

import java.util.Arrays;
import org.wordloom.matrix.SparseMatrix;

/**
 * Positive pointwise mutual information of co-occurrence counts (Levy, Goldberg and Dagan, "Improving distributional
 * similarity with lessons learned from word embeddings", 2015): max(0, log(#(w,c) · D / (#(w) · #(c)_α)) − log k) with
 * the context distribution smoothed by an exponent α, #(c)_α = D · #(c)^α / Σ #(c')^α. D cancels out: a value is the
 * logarithm of #(w,c) times a factor of the word times a factor of the context, where that is above 1.
 */
public final class PositivePmi {
    private PositivePmi() {}

    /** 1 / (k · #(w)) for each word; 0 for a word that has no contexts. */
    public static double[] rowFactors(double[] rowSums, double shift) {
        return Arrays.stream(rowSums)
                .map(sum -> sum > 0 ? 1 / (shift * sum) : 0)
                .toArray();
    }

    /** Σ #(c')^α / #(c)^α for each context; 0 for one that has no words. */
    public static double[] columnFactors(double[] columnSums, double smoothing) {
        double[] powers = Arrays.stream(columnSums)
                .map(sum -> sum > 0 ? StrictMath.pow(sum, smoothing) : 0)
                .toArray();
        double total = 0;
        for (double power : powers) { // one after the other: a stream's sum promises no order
            total += power;
        }
        double all = total;
        return Arrays.stream(powers).map(power -> power > 0 ? all / power : 0).toArray();
    }

    /**
     * The positive values of a block of cells; the others are left out.
     *
     * @param cells sorted by row, then column
     * @param rowFactors of the block's rows, from {@link #rowFactors}
     * @param columnFactors of the block's columns, from {@link #columnFactors}
     */
    public static SparseMatrix of(Cells cells, double[] rowFactors, double[] columnFactors) {
        int[] rows = cells.rows();
        int[] columns = cells.columns();
        float[] counts = cells.values();
        int[] starts = new int[rowFactors.length + 1];
        int[] keptColumns = new int[cells.size()];
        float[] kept = new float[cells.size()];
        int entries = 0;
        int row = 0;
        for (int i = 0; i < cells.size(); i++) {
            double ratio = counts[i] * rowFactors[rows[i]] * columnFactors[columns[i]];
            if (ratio > 1) {
                while (row < rows[i]) {
                    starts[++row] = entries;
                }
                keptColumns[entries] = columns[i];
                kept[entries++] = (float) StrictMath.log(ratio);
            }
        }
        Arrays.fill(starts, row + 1, starts.length, entries);
        return new SparseMatrix(
                rowFactors.length,
                columnFactors.length,
                starts,
                Arrays.copyOf(keptColumns, entries),
                Arrays.copyOf(kept, entries));
    }
}
