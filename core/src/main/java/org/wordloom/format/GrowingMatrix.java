package org.wordloom.format;

import org.wordloom.matrix.RowMatrix;

/** A matrix whose rows become known one after another; doubles its room instead of trusting a claimed size. */
final class GrowingMatrix {
    private static final int CAUTIOUS_FLOATS = 1 << 18;

    private final int finalRows;
    private RowMatrix matrix;
    private int rows;

    /**
     * @param finalRows rows to come, as claimed
     * @param trusted whether the file's length vouches for {@code finalRows}: then room is made at once
     */
    GrowingMatrix(int finalRows, int columns, boolean trusted) {
        this.finalRows = finalRows;
        int cautious = Math.max(1, CAUTIOUS_FLOATS / columns);
        this.matrix = new RowMatrix(trusted ? finalRows : Math.min(finalRows, cautious), columns);
    }

    /** Makes room for one more row and returns the matrix that holds it, as row {@code rows() - 1}. */
    RowMatrix addRow() {
        if (rows == matrix.rows()) {
            matrix = copy((int) Math.min(finalRows, Math.max(1, 2L * rows)));
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
