package org.wordloom.matrix;

import org.wordloom.TestRandom;

/** Random sparse matrices, and what they look like written out. */
public final class SparseMatrices {
    private SparseMatrices() {}

    /** About a third of the entries are there; some rows are empty. */
    public static SparseMatrix random(TestRandom random, int rows, int columns) {
        int[] starts = new int[rows + 1];
        int[] columnIndices = new int[rows * columns];
        float[] values = new float[rows * columns];
        int entries = 0;
        for (int row = 0; row < rows; row++) {
            boolean empty = random.below(5) == 0;
            for (int column = 0; column < columns; column++) {
                if (!empty && random.below(3) == 0) {
                    columnIndices[entries] = column;
                    values[entries++] = random.below(2_000) * 0.01f - 10;
                }
            }
            starts[row + 1] = entries;
        }
        return new SparseMatrix(rows, columns, starts, columnIndices, values);
    }

    public static double[][] dense(SparseMatrix matrix) {
        double[][] dense = new double[matrix.rows()][matrix.columns()];
        for (int row = 0; row < matrix.rows(); row++) {
            for (int at = matrix.start(row); at < matrix.start(row + 1); at++) {
                dense[row][matrix.columnIndices()[at]] += matrix.values()[at];
            }
        }
        return dense;
    }
}
