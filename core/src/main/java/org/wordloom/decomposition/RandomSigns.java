package org.wordloom.decomposition;

import org.wordloom.base.CounterRandom;
import org.wordloom.base.CounterRandom.Purpose;
import org.wordloom.matrix.RowMatrix;

/**
 * The random matrix that the range finder multiplies with: entries +1 and -1 with equal chance, a function of the seed,
 * the row's id and the column alone, so that no partition of the rows changes it and no one has to store it. Signs are
 * as good as the Gaussian numbers of Halko, Martinsson and Tropp (2011) here, and cost a 64th of their random bits; that
 * they keep lengths and angles is Achlioptas, "Database-friendly random projections" (2003).
 */
public final class RandomSigns {
    private final long key;

    public RandomSigns(long seed) {
        key = CounterRandom.key(seed, Purpose.INITIAL_VECTORS);
    }

    /** Fills a row of {@code block} with the signs of the word {@code id}. */
    public void fill(long id, RowMatrix block, int row) {
        float[] values = block.chunk(row);
        int at = block.offset(row);
        long rowKey = CounterRandom.at(key, id);
        long bits = 0;
        for (int column = 0; column < block.columns(); column++) {
            if (column % Long.SIZE == 0) {
                bits = CounterRandom.at(rowKey, column / Long.SIZE);
            }
            values[at + column] = (bits >>> column & 1) == 0 ? 1 : -1;
        }
    }
}
