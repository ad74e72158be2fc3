package org.wordloom.format;

import org.wordloom.matrix.RowMatrix;

/** A matrix whose rows become known one after another; doubles its room instead of trusting a claimed size. */
final class GrowingMatrix {
    private final int finalRows;
    private RowMatrix matrix;
    private int rows;

    /**
     * @param finalRows rows to come, as claimed
     * @param initialRows rows to make room for now
     */
    GrowingMatrix(int finalRows, int initialRows, int columns) {
        this.finalRows = finalRows;
        this.matrix = new RowMatrix(Math.min(initialRows, finalRows), columns);
    }

    /** Makes room for one more row and returns the matrix that holds it, as row {@code rows() - 1}. */
    RowMatrix addRow() {
        if (rows == matrix.rows()) {
            matrix = copy((int) Math.min(finalRows, Math.max(64, 2L * rows)));
        }
        rows++;
        return matrix;
    }

    int rows() {
        return rows;
    }

    RowMatrix toMatrix() {
        return rows == matrix.rows() ? matrix : copy(rows);
    }

    private RowMatrix copy(int newRows) {
        RowMatrix result = new RowMatrix(newRows, matrix.columns());
        for (int row = 0; row < rows; row++) {
            result.setRow(row, matrix.chunk(row), matrix.offset(row));
        }
        return result;
    }
}
