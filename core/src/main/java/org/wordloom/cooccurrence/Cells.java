package org.wordloom.cooccurrence;

/**
 * The cells of one block pair in memory, 12 bytes each, sorted by (row, column), each pair once. The arrays are the
 * cells' own and as long as there are cells; nobody changes them.
 */
public final class Cells {
    private final int[] rows;
    private final int[] columns;
    private final float[] values;

    /**
     * @param rows of the cells, as indices in the row block, ascending
     * @param columns as indices in the column block, ascending within a row
     * @param values above 0
     */
    public Cells(int[] rows, int[] columns, float[] values) {
        if (rows.length != columns.length || rows.length != values.length) {
            throw new IllegalArgumentException(
                    rows.length + " rows, " + columns.length + " columns, " + values.length + " values");
        }
        this.rows = rows;
        this.columns = columns;
        this.values = values;
    }

    public int size() {
        return rows.length;
    }

    public int[] rows() {
        return rows;
    }

    public int[] columns() {
        return columns;
    }

    public float[] values() {
        return values;
    }

    /**
     * The same cells with rows and columns exchanged, sorted by (row, column).
     *
     * @param columnCount columns of the column block: more than any cell's column
     */
    public Cells transposed(int columnCount) {
        int[] next = new int[columnCount + 1];
        for (int column : columns) {
            next[column + 1]++;
        }
        accumulate(next);
        Cells result = ofSize(size());
        for (int cell = 0; cell < size(); cell++) {
            result.set(next[columns[cell]]++, columns[cell], rows[cell], values[cell]);
        }
        return result;
    }

    /**
     * All cells of a block that meets itself in a symmetric matrix, when these are the ones whose row is at most their
     * column.
     *
     * @param rowCount rows of the block
     */
    public Cells mirrored(int rowCount) {
        int[] next = new int[rowCount + 1];
        for (int cell = 0; cell < size(); cell++) {
            next[rows[cell] + 1]++;
            next[columns[cell] + 1] += rows[cell] == columns[cell] ? 0 : 1;
        }
        accumulate(next);
        Cells result = ofSize(next[rowCount]);
        // A row's cells below the diagonal come from smaller rows, so they arrive, in order, before its own.
        for (int cell = 0; cell < size(); cell++) {
            int row = rows[cell];
            int column = columns[cell];
            result.set(next[row]++, row, column, values[cell]);
            if (row != column) {
                result.set(next[column]++, column, row, values[cell]);
            }
        }
        return result;
    }

    private static Cells ofSize(int size) {
        return new Cells(new int[size], new int[size], new float[size]);
    }

    private void set(int cell, int row, int column, float value) {
        rows[cell] = row;
        columns[cell] = column;
        values[cell] = value;
    }

    /** Turns numbers of cells, one place up, into where each row's cells begin. */
    static void accumulate(int[] counts) {
        long sum = counts[0];
        for (int i = 1; i < counts.length; i++) {
            sum += counts[i];
            if (sum > CellsBuilder.LARGEST_SIZE) {
                throw CellsBuilder.tooMany();
            }
            counts[i] = (int) sum;
        }
    }
}
