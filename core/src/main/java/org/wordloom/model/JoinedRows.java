package org.wordloom.model;

import java.io.IOException;
import org.wordloom.matrix.RowSource;

/**
 * A word's input and output vector made one, row by row.
 *
 * @param scale of the sum of both; 0: one follows the other
 */
record JoinedRows(RowSource input, RowSource output, float scale) implements RowSource {
    @Override
    public int rows() {
        return input.rows();
    }

    @Override
    public int columns() {
        return scale == 0 ? Math.addExact(input.columns(), output.columns()) : input.columns();
    }

    @Override
    public Cursor open() throws IOException {
        Cursor first = input.open();
        try {
            return new Joining(first, output.open(), new float[output.columns()]);
        } catch (IOException | RuntimeException e) {
            first.close();
            throw e;
        }
    }

    /** Reads both sides. */
    private final class Joining implements Cursor {
        private final Cursor first;
        private final Cursor second;
        private final float[] other;

        Joining(Cursor first, Cursor second, float[] other) {
            this.first = first;
            this.second = second;
            this.other = other;
        }

        @Override
        public void next(float[] row) throws IOException {
            first.next(row);
            second.next(other);
            if (scale == 0) {
                System.arraycopy(other, 0, row, input.columns(), other.length);
                return;
            }
            // A power of two rounds nothing.
            for (int c = 0; c < other.length; c++) {
                row[c] = scale * (row[c] + other[c]);
            }
        }

        @Override
        public void close() throws IOException {
            try (first) {
                second.close();
            }
        }
    }
}
