package org.wordloom.opencl;

import java.util.Arrays;
import org.wordloom.base.CounterRandom;
import org.wordloom.base.CounterRandom.Purpose;
import org.wordloom.blocks.KeyedPermutation;
import org.wordloom.cooccurrence.Cells;
import org.wordloom.kernel.AdaGradRows;
import org.wordloom.kernel.CellRule;

/**
 * Blocks and cells to time kernels with: every row is as likely as any other, which is what caches like least.
 *
 * @param order of all cells
 */
record MadeUpCells(AdaGradRows rows, AdaGradRows columns, Cells cells, KeyedPermutation order) {
    /** Stanford's defaults. */
    static final CellRule RULE = new CellRule(100f, 0.75f, 0.05f, 1f, 100f);

    private static final long KEY = CounterRandom.key(1, Purpose.SHUFFLE);
    private static final int HIGHEST_VALUE = 1000;

    /** Cells anywhere between two blocks of so many rows. */
    static MadeUpCells anywhere(int dim, int rowCount, int cells) {
        int[] rows = new int[cells];
        int[] columns = new int[cells];
        Arrays.setAll(rows, cell -> CounterRandom.below(CounterRandom.at(KEY, 3L * cell), rowCount));
        Arrays.setAll(columns, cell -> CounterRandom.below(CounterRandom.at(KEY, 3L * cell + 1), rowCount));
        return of(dim, rowCount, rows, columns);
    }

    /** Cells of which no two share a row or column: whatever trains them, and in whatever order, must come to the same. */
    static MadeUpCells disjoint(int dim, int cells) {
        KeyedPermutation shuffled = new KeyedPermutation(cells, KEY);
        int[] rows = new int[cells];
        int[] columns = new int[cells];
        Arrays.setAll(rows, cell -> cell);
        Arrays.setAll(columns, cell -> (int) shuffled.at(cell));
        return of(dim, cells, rows, columns);
    }

    private static MadeUpCells of(int dim, int rowCount, int[] rows, int[] columns) {
        float[] values = new float[rows.length];
        for (int cell = 0; cell < values.length; cell++) {
            values[cell] = 1 + CounterRandom.below(CounterRandom.at(KEY, 3L * cell + 2), HIGHEST_VALUE);
        }
        return new MadeUpCells(
                block(dim, rowCount, 1),
                block(dim, rowCount, 2),
                new Cells(rows, columns, values),
                new KeyedPermutation(rows.length, KEY));
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

    MadeUpCells copy() {
        return new MadeUpCells(rows.copy(), columns.copy(), cells, order);
    }
}
