package org.wordloom.matrix;

import java.io.Closeable;
import java.io.IOException;

/** A matrix whose rows are read in their order, any number of times: it lies in memory, in files, or is made on the way. */
public interface RowSource {
    int rows();

    int columns();

    /** Reads from the first row on. */
    Cursor open() throws IOException;

    /** Where a reader is. */
    interface Cursor extends Closeable {
        /** Puts the next row into {@code row}, which has at least as many places as there are columns. */
        void next(float[] row) throws IOException;
    }

    /** The rows of a matrix in memory. */
    static RowSource of(RowMatrix matrix) {
        return new RowSource() {
            @Override
            public int rows() {
                return matrix.rows();
            }

            @Override
            public int columns() {
                return matrix.columns();
            }

            @Override
            public Cursor open() {
                return new MatrixCursor(matrix);
            }
        };
    }
}
