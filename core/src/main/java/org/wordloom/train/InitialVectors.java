package org.wordloom.train;

import org.wordloom.base.CounterRandom;
import org.wordloom.base.CounterRandom.Purpose;
import org.wordloom.matrix.RowMatrix;

/** The vectors that training starts from. */
public final class InitialVectors {
    private InitialVectors() {}

    /** Uniform in [-½, ½) / columns, as in word2vec. A value depends on seed, row and column alone. */
    public static void uniform(RowMatrix matrix, long seed) {
        uniform(matrix, 0, seed);
    }

    /** Fills a block of consecutive rows, whose first is row {@code first} of the whole matrix. */
    public static void uniform(RowMatrix block, int first, long seed) {
        long key = CounterRandom.key(seed, Purpose.INITIAL_VECTORS);
        for (int row = 0; row < block.rows(); row++) {
            uniform(block, row, key, first + row);
        }
    }

    /** Fills one row of a block with what the row {@code number} of the whole matrix starts from. */
    public static void uniform(RowMatrix block, int row, long key, int number) {
        int columns = block.columns();
        float[] chunk = block.chunk(row);
        int offset = block.offset(row);
        for (int c = 0; c < columns; c++) {
            long bits = CounterRandom.at(key, (long) number * columns + c);
            chunk[offset + c] = (CounterRandom.unitFloat(bits) - 0.5f) / columns;
        }
    }
}
