package org.wordloom.cluster.replicas;

import java.io.Serializable;
import java.util.Arrays;
import java.util.List;
import org.wordloom.merge.RowDeltas;

/**
 * How far replicas went apart in a round, over the rows that several of them updated.
 *
 * @param rows rows that at least one replica updated
 * @param shared rows that at least two updated
 * @param products sum over the pairs of replicas of the products of their changes, over all shared rows
 * @param squares what {@code products} would be, were all changes of a row alike
 */
record MergeStatistics(long rows, long shared, double products, double squares) implements Serializable {
    static final MergeStatistics NONE = new MergeStatistics(0, 0, 0, 0);

    MergeStatistics plus(MergeStatistics other) {
        return new MergeStatistics(
                rows + other.rows, shared + other.shared, products + other.products, squares + other.squares);
    }

    /**
     * One less the mean cosine of two replicas' changes to a row, long changes counting more: 0 when all changed alike, 1
     * when each went a way of its own, above 1 when they work against each other; NaN without shared rows.
     */
    double divergence() {
        return shared == 0 ? Double.NaN : 1 - products / squares;
    }

    /** The statistics of a block of {@code blockRows} rows. */
    static MergeStatistics of(List<RowDeltas> replicas, int blockRows, int columns) {
        double[] sum = new double[columns];
        int[] next = new int[replicas.size()];
        MergeStatistics statistics = NONE;
        for (int row = 0; row < blockRows; row++) {
            statistics = statistics.plus(ofRow(replicas, next, row, sum));
        }
        return statistics;
    }

    /** With s the sum of n changes: the products of all pairs are s·s less the squares. */
    private static MergeStatistics ofRow(List<RowDeltas> replicas, int[] next, int row, double[] sum) {
        Arrays.fill(sum, 0);
        int changes = 0;
        double squares = 0;
        for (int r = 0; r < next.length; r++) {
            RowDeltas deltas = replicas.get(r);
            if (next[r] < deltas.size() && deltas.row(next[r]) == row) {
                squares += add(deltas.values(), next[r] * sum.length, sum);
                next[r]++;
                changes++;
            }
        }
        if (changes < 2) {
            return new MergeStatistics(changes, 0, 0, 0);
        }
        double square = 0;
        for (double value : sum) {
            square += value * value;
        }
        return new MergeStatistics(1, 1, square - squares, (changes - 1) * squares);
    }

    private static double add(float[] values, int from, double[] sum) {
        double square = 0;
        for (int c = 0; c < sum.length; c++) {
            float value = values[from + c];
            sum[c] += value;
            square += (double) value * value;
        }
        return square;
    }
}
