package org.wordloom.cooccurrence;

import java.math.BigInteger;
import java.util.Arrays;
import org.wordloom.base.ExitCode;
import org.wordloom.base.WordloomException;

/**
 * Turns the summed pairs of one bucket into {@link Cells}: leaves out those below a minimum, and rounds each of the others
 * to a float, once. Not safe for use by several threads.
 */
public final class CellsBuilder {
    /** What one array holds. */
    static final int LARGEST_SIZE = Integer.MAX_VALUE - 8;

    private final WeightUnits units;
    private final long minimumUnits;
    private int[] rows = new int[1024];
    private int[] columns = new int[1024];
    private float[] values = new float[1024];
    private int size;
    private long lostPairs;
    private final LargeSum lostUnits = new LargeSum();

    /** @param minimumUnits pairs with a smaller sum are left out; see {@link WeightUnits#atLeast} */
    public CellsBuilder(WeightUnits units, long minimumUnits) {
        this.units = units;
        this.minimumUnits = minimumUnits;
    }

    /** Adds a pair, which must come after all pairs before in the order of (row, column). Whether it was kept. */
    public boolean add(int row, int column, long sum) {
        if (sum < minimumUnits) {
            lostPairs++;
            lostUnits.add(sum);
            return false;
        }
        if (size == values.length) {
            grow();
        }
        rows[size] = row;
        columns[size] = column;
        values[size++] = (float) units.toDouble(sum);
        return true;
    }

    /** Pairs that were below the minimum. */
    public long lostPairs() {
        return lostPairs;
    }

    /** The sum of the pairs that were below the minimum. */
    public BigInteger lostUnits() {
        return lostUnits.value();
    }

    /** The cells that were kept. The builder begins anew then, with the room that it has. */
    public Cells build() {
        Cells cells = new Cells(Arrays.copyOf(rows, size), Arrays.copyOf(columns, size), Arrays.copyOf(values, size));
        size = 0;
        lostPairs = 0;
        lostUnits.clear();
        return cells;
    }

    private void grow() {
        if (size == LARGEST_SIZE) {
            throw tooMany();
        }
        int capacity = grown(size);
        rows = Arrays.copyOf(rows, capacity);
        columns = Arrays.copyOf(columns, capacity);
        values = Arrays.copyOf(values, capacity);
    }

    /** Half as long again. In long from the start: the half of 1.5 billion is too much for an int. */
    static int grown(int size) {
        return (int) Math.min(LARGEST_SIZE, 1L + size + (size >> 1));
    }

    /** The error of more cells than {@link #LARGEST_SIZE}. */
    static WordloomException tooMany() {
        return new WordloomException(
                ExitCode.ENVIRONMENT,
                "more than 2 thousand million cells for one pair of blocks; count anew with more --blocks");
    }
}
