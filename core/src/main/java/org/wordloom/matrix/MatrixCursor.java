package org.wordloom.matrix;

/** Reads the rows of a matrix in memory. */
final class MatrixCursor implements RowSource.Cursor {
    private final RowMatrix matrix;
    private int at;

    MatrixCursor(RowMatrix matrix) {
        this.matrix = matrix;
    }

    @Override
    public void next(float[] row) {
        System.arraycopy(matrix.chunk(at), matrix.offset(at), row, 0, matrix.columns());
        at++;
    }

    @Override
    public void close() {
        // There is nothing to close.
    }
}
