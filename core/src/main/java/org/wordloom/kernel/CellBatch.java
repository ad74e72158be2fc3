package org.wordloom.kernel;

/**
 * Cells on their way to the kernel, in the order in which they are trained. Each thread has one and reuses it. Batches
 * let the cells' own cache misses overlap: they are gathered in one loop, trained in the next.
 */
public final class CellBatch {
    /** Cells of a full batch: enough for the loops to pay, few enough for the first-level cache. */
    public static final int CAPACITY = 512;

    final int[] rows = new int[CAPACITY];
    final int[] columns = new int[CAPACITY];
    final float[] values = new float[CAPACITY];
    final float[] logarithms = new float[CAPACITY];
    final float[] weights = new float[CAPACITY];
    /** A vector on its way from registers to a fixed order of summation. */
    final float[] laneSums = new float[2 * AdaGradRows.LANES];

    private int size;

    public void clear() {
        size = 0;
    }

    public int size() {
        return size;
    }

    public boolean full() {
        return size == CAPACITY;
    }

    /** Adds a cell; the batch must not be full. */
    public void add(int row, int column, float value) {
        rows[size] = row;
        columns[size] = column;
        values[size] = value;
        size++;
    }
}
