package org.wordloom.opencl;

import org.wordloom.matrix.RowMatrix;

/**
 * The sizes that the tiles of one training have at most, and the rows that they are about.
 *
 * @param inputRows rows of the input matrix
 * @param outputRows rows of the output matrix
 * @param columns width of the vectors
 * @param hidden hidden vectors of a tile
 * @param inputs input rows of a tile, those of all its hidden vectors together
 * @param outputs output rows that a tile names itself
 * @param drawn negatives that the device draws for every tile
 */
public record TileShape(int inputRows, int outputRows, int columns, int hidden, int inputs, int outputs, int drawn) {
    public TileShape {
        if (inputRows < 1 || outputRows < 1 || columns < 1) {
            throw new IllegalArgumentException(inputRows + " and " + outputRows + " rows of " + columns + " columns");
        }
        if (hidden < 1 || inputs < hidden || outputs < 1 || drawn < 0) {
            throw new IllegalArgumentException("a tile of " + hidden + " hidden vectors of " + inputs + " rows, "
                    + outputs + " outputs and " + drawn + " negatives is not possible");
        }
    }

    /** Floats from one row to the next. */
    public int stride() {
        return RowMatrix.stride(columns);
    }

    /** Whether a session of this shape can train tiles of another, on matrices that may have fewer rows. */
    boolean holds(TileShape other) {
        return withRows(other.inputRows, other.outputRows).equals(other)
                && inputRows >= other.inputRows
                && outputRows >= other.outputRows;
    }

    /** This shape, and room for the rows of the other if that is the same but for the rows. */
    TileShape union(TileShape other) {
        return withRows(other.inputRows, other.outputRows).equals(other)
                ? withRows(Math.max(inputRows, other.inputRows), Math.max(outputRows, other.outputRows))
                : this;
    }

    private TileShape withRows(int ofInput, int ofOutput) {
        return new TileShape(ofInput, ofOutput, columns, hidden, inputs, outputs, drawn);
    }

    /** Output rows of a tile, with the drawn ones. */
    public int allOutputs() {
        return outputs + drawn;
    }

    /** Bytes of both matrices. */
    public long modelBytes() {
        return RowMatrix.bytes((long) inputRows + outputRows, columns);
    }

    /**
     * Bytes that training a full tile moves between the device's memory and its units if every row is read once and
     * written once: the roofline's denominator.
     */
    public long tileBytes() {
        return 2L * (inputs + allOutputs()) * stride() * Float.BYTES;
    }

    /** Bytes of local memory that a work-group needs for a tile of which it stages so many columns at a time. */
    long localBytes(int width) {
        long vectors = (hidden + (long) allOutputs()) * (width + 1);
        long products = (long) hidden * allOutputs();
        return (vectors + products + allOutputs() + DeviceSession.GROUP) * Float.BYTES;
    }
}
