package org.wordloom.bench.gpu;

import java.util.Arrays;
import org.wordloom.base.CounterRandom;
import org.wordloom.base.CounterRandom.Purpose;
import org.wordloom.blocks.KeyedPermutation;
import org.wordloom.cooccurrence.Cells;
import org.wordloom.kernel.AdaGradRows;
import org.wordloom.kernel.CellRule;

/**
 * Made-up co-occurrences. How often a row occurs falls with the power 2/3 of its rank, as the number of distinct
 * neighbours of a word does in text: the most frequent of 500,000 words is in one cell of eighty.
 *
 * @param order of all cells
 */
record ZipfCells(AdaGradRows rows, AdaGradRows columns, Cells cells, KeyedPermutation order) {
    /** Stanford's defaults. */
    static final CellRule RULE = new CellRule(100f, 0.75f, 0.05f, 1f, 100f);

    private static final long KEY = CounterRandom.key(1, Purpose.SHUFFLE);
    private static final int HIGHEST_VALUE = 1000;

    static ZipfCells of(int dim, int rowCount, int count) {
        int[] rows = new int[count];
        int[] columns = new int[count];
        float[] values = new float[count];
        Arrays.parallelSetAll(rows, cell -> word(3L * cell, rowCount));
        Arrays.parallelSetAll(columns, cell -> word(3L * cell + 1, rowCount));
        for (int cell = 0; cell < count; cell++) {
            values[cell] = 1 + CounterRandom.below(CounterRandom.at(KEY, 3L * cell + 2), HIGHEST_VALUE);
        }
        return new ZipfCells(
                block(dim, rowCount, 1),
                block(dim, rowCount, 2),
                new Cells(rows, columns, values),
                new KeyedPermutation(count, KEY));
    }

    private static int word(long position, int words) {
        double uniform = CounterRandom.unitFloat(CounterRandom.at(KEY, position));
        return Math.min(words - 1, (int) (uniform * uniform * uniform * words));
    }

    private static AdaGradRows block(int dim, int rowCount, int number) {
        AdaGradRows block = new AdaGradRows(rowCount, dim);
        long key = CounterRandom.key(number, Purpose.INITIAL_VECTORS);
        for (int row = 0; row < rowCount; row++) {
            for (int column = 0; column < dim; column++) {
                long bits = CounterRandom.at(key, (long) row * dim + column);
                block.setWeight(row, column, (CounterRandom.unitFloat(bits) - 0.5f) / dim);
            }
        }
        return block;
    }
}
