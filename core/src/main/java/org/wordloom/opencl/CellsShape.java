package org.wordloom.opencl;

import org.wordloom.base.Problems;
import org.wordloom.kernel.AdaGradRows;
import org.wordloom.matrix.RowMatrix;

/**
 * How GloVe's blocks stand on a device: a row is its weights and sums as in {@link org.wordloom.kernel.AdaGradRows}, its bias
 * and the sum of that.
 *
 * @param rows the most of a row block
 * @param columns the most rows of a column block
 */
record CellsShape(int dim, int rows, int columns) {
    private static final int BIAS_FLOATS = 2;

    static CellsShape of(AdaGradRows rows, AdaGradRows columns) {
        return new CellsShape(rows.dim(), rows.rows(), columns.rows());
    }

    /** Floats of a row's weights and sums. */
    int biasAt() {
        return AdaGradRows.stride(dim);
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

    /** This shape, and room for the other if that has the same width. */
    CellsShape union(CellsShape other) {
        return dim != other.dim
                ? this
                : new CellsShape(dim, Math.max(rows, other.rows), Math.max(columns, other.columns));
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
        DeviceRequirements.checkAllocation(ResidentRows.chunkBytes(Math.max(rows, columns), width()), device, problems);
        DeviceRequirements.throwIfAny(problems);
    }

    /** Rows of the one chunk that a kernel takes. */
    private int maxRows() {
        return ResidentRows.chunkRows(width());
    }

    /** Bytes of both blocks. */
    long bytes() {
        return ResidentRows.bytes(rows, width()) + ResidentRows.bytes(columns, width());
    }
}
