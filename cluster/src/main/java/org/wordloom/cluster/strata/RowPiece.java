package org.wordloom.cluster.strata;

import java.io.Serializable;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import org.wordloom.blocks.BlockPartition;
import org.wordloom.matrix.RowMatrix;

/**
 * Those rows of a block that lie in one range of row numbers, on their way to the task that writes the range. They are
 * consecutive in the block, since a block's rows stand in the order of their numbers.
 *
 * @param side of the block
 * @param block its number
 * @param first index in the block of the first row
 * @param floats the vectors, little-endian
 */
record RowPiece(Side side, int block, int first, byte[] floats) implements Serializable {
    /** Takes the rows from index {@code first} to before {@code end} out of a block. */
    static <B> RowPiece of(Side side, int number, B block, int first, int end, int dim, VectorWriter.Copier<B> copier) {
        byte[] bytes = new byte[Math.multiplyExact(end - first, dim * Float.BYTES)];
        FloatBuffer floats = floats(bytes);
        float[] row = new float[dim];
        for (int index = first; index < end; index++) {
            copier.copy(block, index, row, 0);
            floats.put(row);
        }
        return new RowPiece(side, number, first, bytes);
    }

    /** Puts the rows into a matrix whose row 0 has the number {@code from}. */
    void copyTo(RowMatrix matrix, BlockPartition partition, int from) {
        FloatBuffer floats = floats(this.floats);
        for (int index = first; floats.hasRemaining(); index++) {
            int row = partition.row(block, index) - from;
            floats.get(matrix.chunk(row), matrix.offset(row), matrix.columns());
        }
    }

    private static FloatBuffer floats(byte[] bytes) {
        return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer();
    }
}
