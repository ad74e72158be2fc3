package org.wordloom.matrix;

import java.util.Arrays;

/**
 * A matrix of float rows, stored in chunks so that no Java array bounds its size. A row lies within one chunk, padded
 * with zeros to a multiple of {@link #LANES} floats so that vector code needs no tail loop. Access is not synchronised:
 * Hogwild threads write rows while others read them (Niu et al. 2011).
 *
 * <p>Rows are not checked, since they are asked for in hot loops: a wrong one is another row's floats, padding, or an
 * {@link ArrayIndexOutOfBoundsException}.
 */
public final class RowMatrix {
    /** Rows are padded to this many floats: a vector of 512 bits, the widest there is, and a line of the cache. */
    public static final int LANES = CacheLines.FLOATS;

    /** A chunk holds at most this many floats (64 MB): small enough for any heap region policy and for transfer. */
    private static final int CHUNK_FLOATS = 1 << 24;

    private final int rows;
    private final int columns;
    private final int stride;
    private final int rowShift;
    private final float[][] chunks;
    /** Where the first row of each chunk begins: at a line of the cache when the chunk was made. */
    private final int[] begins;

    public RowMatrix(int rows, int columns) {
        if (rows < 0 || columns <= 0 || columns > CHUNK_FLOATS) {
            throw new IllegalArgumentException("a matrix of " + rows + " x " + columns + " is not possible");
        }
        this.rows = rows;
        this.columns = columns;
        this.stride = stride(columns);
        this.rowShift = 31 - Integer.numberOfLeadingZeros(CHUNK_FLOATS / stride);
        int rowsPerChunk = 1 << rowShift;
        this.chunks = new float[(int) ((rows + (long) rowsPerChunk - 1) >> rowShift)][];
        this.begins = new int[chunks.length];
        for (int c = 0; c < chunks.length; c++) {
            int rowsHere = (int) Math.min(rowsPerChunk, rows - ((long) c << rowShift));
            chunks[c] = new float[rowsHere * stride + LANES];
            begins[c] = CacheLines.firstElement(chunks[c]);
        }
    }

    private RowMatrix(RowMatrix other, int columns) {
        this.rows = other.rows;
        this.columns = columns;
        this.stride = other.stride;
        this.rowShift = other.rowShift;
        this.chunks = other.chunks;
        this.begins = other.begins;
    }

    /** The same floats, with the padding as columns. */
    RowMatrix ofAllFloats() {
        return new RowMatrix(this, stride);
    }

    /** Floats from one row to the next: {@code columns} rounded up to a multiple of {@link #LANES}. */
    public static int stride(int columns) {
        return (columns + LANES - 1) / LANES * LANES;
    }

    /** Bytes that a matrix of this shape takes. */
    public static long bytes(long rows, int columns) {
        return rows * stride(columns) * Float.BYTES;
    }

    public int rows() {
        return rows;
    }

    public int columns() {
        return columns;
    }

    /** Floats from one row to the next, the padding included. */
    public int stride() {
        return stride;
    }

    /** The array that holds {@code row}; the row begins at {@link #offset}. */
    public float[] chunk(int row) {
        return chunks[row >>> rowShift];
    }

    /** Where {@code row} begins within {@link #chunk}. */
    public int offset(int row) {
        return begins[row >>> rowShift] + (row & ((1 << rowShift) - 1)) * stride;
    }

    /** @throws IndexOutOfBoundsException when there is no such column; rows are not checked */
    public float get(int row, int column) {
        return chunk(row)[offset(row) + checkColumn(column)];
    }

    /** @throws IndexOutOfBoundsException when there is no such column; rows are not checked */
    public void set(int row, int column, float value) {
        chunk(row)[offset(row) + checkColumn(column)] = value;
    }

    /** A copy of the row, without padding. */
    public float[] row(int row) {
        int offset = offset(row);
        return Arrays.copyOfRange(chunk(row), offset, offset + columns);
    }

    /** Copies {@link #columns} values of {@code source}, from index {@code from} on, into the row. */
    public void setRow(int row, float[] source, int from) {
        System.arraycopy(source, from, chunk(row), offset(row), columns);
    }

    private int checkColumn(int column) {
        if (column < 0 || column >= columns) {
            throw new IndexOutOfBoundsException("column " + column + " of " + columns);
        }
        return column;
    }
}
