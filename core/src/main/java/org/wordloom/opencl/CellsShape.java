package org.wordloom.opencl;

import org.wordloom.base.ExitCode;
import org.wordloom.base.Problems;
import org.wordloom.base.WordloomException;
import org.wordloom.matrix.RowMatrix;

/**
 * How GloVe's blocks stand on a device: a row is its weights and sums as in {@link org.wordloom.kernel.CellRows}, its bias
 * and the sum of that.
 *
 * @param rows the most of a row block
 * @param columns the most rows of a column block
 */
record CellsShape(int dim, int rows, int columns) {
    private static final int BIAS_FLOATS = 2;
    private static final int CELL_BYTES = 2 * Integer.BYTES + Float.BYTES;
    /** The rest of a device's memory is for its driver, for losses, for alignment. */
    private static final double USABLE = 0.9;

    /** Floats of a row's weights and sums. */
    int biasAt() {
        return 2 * RowMatrix.stride(dim);
    }

    /** Floats of a row. */
    int width() {
        return biasAt() + BIAS_FLOATS;
    }

    /** Floats from one row to the next. */
    int stride() {
        return RowMatrix.stride(width());
    }

    /** Whether arrays of this shape can take blocks of another. */
    boolean holds(CellsShape other) {
        return dim == other.dim && rows >= other.rows && columns >= other.columns;
    }

    /** The shape that holds both, for the same width. */
    CellsShape union(CellsShape other) {
        return new CellsShape(dim, Math.max(rows, other.rows), Math.max(columns, other.columns));
    }

    /** ENVIRONMENT error when the device or this JVM cannot hold such blocks; before anything is allocated. */
    void requireFit(OpenClDevice device) {
        Problems problems = new Problems();
        problems.require(
                Math.max(rows, columns) <= maxRows(),
                "a block of %d rows of width %d is larger than an array on a device, which holds %d such rows: use more"
                        + " --blocks",
                Math.max(rows, columns),
                dim,
                maxRows());
        DeviceRequirements.check(device, bytes(), problems);
        if (!problems.all().isEmpty()) {
            throw new WordloomException(
                    ExitCode.ENVIRONMENT,
                    "the opencl kernel cannot run: " + String.join("; ", problems.all()));
        }
    }

    /** Rows of the one chunk that a kernel takes. */
    private int maxRows() {
        return Integer.highestOneBit((DeviceRequirements.maxArrayFloats() - ResidentRows.HEADER) / stride());
    }

    /** Bytes of both blocks. */
    long bytes() {
        long floats = Math.max(DeviceRequirements.minArrayFloats(), rows * (long) stride())
                + Math.max(DeviceRequirements.minArrayFloats(), columns * (long) stride());
        return floats * Float.BYTES;
    }

    /** How many cells the device has room for beside the blocks; 1024 where there is none, so that the driver says so. */
    int cells(OpenClDevice device) {
        long room = (long) (USABLE * device.memory() - bytes()) / CELL_BYTES;
        long array = Math.min(DeviceRequirements.maxArrayFloats(), device.maxAllocation() / Float.BYTES);
        return (int) Math.max(1024, Math.min(room, array));
    }
}
