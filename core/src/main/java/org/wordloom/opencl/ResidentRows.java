package org.wordloom.opencl;

import java.util.Arrays;
import java.util.List;
import org.wordloom.matrix.RowMatrix;

/**
 * Rows that stay on a device, in float arrays under 2 GiB. An array begins with {@link #HEADER} floats, the counter of launches
 * first; rows follow, each padded to a multiple of 8 floats. All arrays are humongous objects of the G1 collector, which
 * therefore does not move them. Everything that belongs to a row (biases, AdaGrad sums) belongs into the row.
 *
 * <pre>
 *   counter 0 … 0 | row 0: width floats, padding | row 1 … | padding
 * </pre>
 */
public final class ResidentRows {
    /** Floats before the first row: 128 bytes, so that rows begin at a GPU's memory line. */
    public static final int HEADER = 32;

    private final int rows;
    private final int width;
    private final int stride;
    private final int shift;
    private final float[][] chunks;

    /**
     * Rows of zeros.
     *
     * @param width floats of a row that mean something
     */
    public ResidentRows(int rows, int width) {
        this(rows, width, DeviceRequirements.maxArrayFloats(), DeviceRequirements.minArrayFloats());
    }

    ResidentRows(int rows, int width, int maxFloats, int minFloats) {
        if (rows < 0 || width < 1 || RowMatrix.stride(width) > maxFloats - HEADER) {
            throw new IllegalArgumentException("rows of " + rows + " x " + width + " are not possible");
        }
        this.rows = rows;
        this.width = width;
        this.stride = RowMatrix.stride(width);
        this.shift = shift(width, maxFloats);
        this.chunks = new float[chunkCount(rows, shift)][];
        for (int c = 0; c < chunks.length; c++) {
            long here = Math.min(1 << shift, rows - ((long) c << shift));
            chunks[c] = new float[(int) Math.max(minFloats, HEADER + here * stride)];
        }
    }

    /** Bytes that rows of this shape take, on the device and in Java's heap alike; to be checked before. */
    public static long bytes(int rows, int width) {
        return bytes(rows, width, DeviceRequirements.maxArrayFloats(), DeviceRequirements.minArrayFloats());
    }

    static long bytes(int rows, int width, int maxFloats, int minFloats) {
        int shift = shift(width, maxFloats);
        int full = Math.max(0, chunkCount(rows, shift) - 1);
        long stride = RowMatrix.stride(width);
        long lastRows = rows - ((long) full << shift);
        long floats = full * Math.max(minFloats, HEADER + (stride << shift))
                + Math.max(minFloats, HEADER + lastRows * stride);
        return floats * Float.BYTES;
    }

    /** The most rows of one chunk. */
    static int chunkRows(int width) {
        return 1 << shift(width, DeviceRequirements.maxArrayFloats());
    }

    /** How many chunks so many rows would have. */
    static int chunks(int rows, int width) {
        return chunkCount(rows, shift(width, DeviceRequirements.maxArrayFloats()));
    }

    /** Bytes of the largest chunk that so many rows would have. */
    static long chunkBytes(int rows, int width) {
        long stride = RowMatrix.stride(width);
        return Float.BYTES
                * Math.max(DeviceRequirements.minArrayFloats(), HEADER + Math.min(rows, chunkRows(width)) * stride);
    }

    private static int shift(int width, int maxFloats) {
        return 31 - Integer.numberOfLeadingZeros((maxFloats - HEADER) / RowMatrix.stride(width));
    }

    private static int chunkCount(int rows, int shift) {
        return Math.max(1, (int) ((rows + (1L << shift) - 1) >> shift));
    }

    public int rows() {
        return rows;
    }

    public int width() {
        return width;
    }

    /** Floats from one row to the next. */
    public int stride() {
        return stride;
    }

    /** Row r lies in chunk {@code r >>> shift}. */
    public int shift() {
        return shift;
    }

    public int chunks() {
        return chunks.length;
    }

    /** The storage of a chunk, for the fields of a kernel. */
    public float[] chunk(int chunk) {
        return chunks[chunk];
    }

    public List<float[]> arrays() {
        return List.of(chunks);
    }

    public int chunkOf(int row) {
        return row >>> shift;
    }

    /** Where the row begins within its chunk. */
    public int offset(int row) {
        return HEADER + (row & ((1 << shift) - 1)) * stride;
    }

    /** Copies the rows of a matrix, which may be fewer than there are here, from float {@code at} of each row on. */
    public void load(RowMatrix matrix, int at) {
        for (int row = 0; row < matrix.rows(); row++) {
            System.arraycopy(
                    matrix.chunk(row), matrix.offset(row), chunks[chunkOf(row)], offset(row) + at, matrix.columns());
        }
    }

    /** Copies back what {@link #load} copied. */
    public void store(RowMatrix matrix, int at) {
        for (int row = 0; row < matrix.rows(); row++) {
            matrix.setRow(row, chunks[chunkOf(row)], offset(row) + at);
        }
    }

    /** Fills float {@code at} of all rows, {@code count} floats from there on. */
    public void fill(int at, int count, float value) {
        for (int row = 0; row < rows; row++) {
            int from = offset(row) + at;
            Arrays.fill(chunks[chunkOf(row)], from, from + count, value);
        }
    }
}
