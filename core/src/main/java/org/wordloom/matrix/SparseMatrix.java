package org.wordloom.matrix;

/**
 * A sparse matrix of floats in compressed rows: the entries of row r are those from {@code start(r)} to
 * {@code start(r + 1)}, by ascending column. Immutable by agreement: the arrays are shared, not copied.
 */
public final class SparseMatrix {
    private final int rows;
    private final int columns;
    private final int[] starts;
    private final int[] columnIndices;
    private final float[] values;

    /**
     * @param starts {@code rows + 1} ascending positions; the first is 0, the last the number of entries
     * @param columnIndices the column of each entry, at least as many as there are entries
     * @param values the value of each entry
     */
    public SparseMatrix(int rows, int columns, int[] starts, int[] columnIndices, float[] values) {
        if (rows < 0 || columns < 0 || starts.length != rows + 1 || starts[0] != 0) {
            throw new IllegalArgumentException(starts.length + " row starts do not fit " + rows + " rows");
        }
        int entries = starts[rows];
        if (entries < 0 || columnIndices.length < entries || values.length < entries) {
            throw new IllegalArgumentException(entries + " entries do not fit arrays of " + columnIndices.length
                    + " columns and " + values.length + " values");
        }
        this.rows = rows;
        this.columns = columns;
        this.starts = starts;
        this.columnIndices = columnIndices;
        this.values = values;
    }

    public int rows() {
        return rows;
    }

    public int columns() {
        return columns;
    }

    public int entries() {
        return starts[rows];
    }

    /** Where the entries of {@code row} begin; {@code rows()} is allowed and gives the number of entries. */
    public int start(int row) {
        return starts[row];
    }

    /** The column of each entry; may be longer than {@link #entries}. */
    public int[] columnIndices() {
        return columnIndices;
    }

    /** The value of each entry; may be longer than {@link #entries}. */
    public float[] values() {
        return values;
    }

    /** Bytes of the arrays. */
    public long bytes() {
        return (long) starts.length * Integer.BYTES
                + (long) columnIndices.length * Integer.BYTES
                + (long) values.length * Float.BYTES;
    }

    /** The transpose, by a counting sort: a product with it adds up in the order of this matrix's rows. */
    public SparseMatrix transposed() {
        int[] turnedStarts = countColumns();
        int[] next = turnedStarts.clone();
        int[] rowIndices = new int[entries()];
        float[] turned = new float[entries()];
        for (int row = 0; row < rows; row++) {
            for (int at = starts[row]; at < starts[row + 1]; at++) {
                int to = next[columnIndices[at]]++;
                rowIndices[to] = row;
                turned[to] = values[at];
            }
        }
        return new SparseMatrix(columns, rows, turnedStarts, rowIndices, turned);
    }

    private int[] countColumns() {
        int[] counts = new int[columns + 1];
        for (int at = 0; at < entries(); at++) {
            counts[columnIndices[at] + 1]++;
        }
        for (int column = 0; column < columns; column++) {
            counts[column + 1] += counts[column];
        }
        return counts;
    }
}
