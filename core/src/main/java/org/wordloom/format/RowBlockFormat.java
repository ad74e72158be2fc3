package org.wordloom.format;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import org.wordloom.matrix.RowMatrix;

/**
 * A block of rows of a matrix as bytes, for checkpoints and for its way between executors. Little-endian:
 *
 * <pre>
 *   header    magic "WLROWBLK" (8), version (4), side (4), block (4), rows (4), columns (4), CRC-32C of these (4)
 *   content   rows · columns floats; CRC-32C of the content (4)
 * </pre>
 */
public final class RowBlockFormat {
    /** "WLROWBLK", its first letter in the lowest byte. */
    private static final long MAGIC = 0x4B4C4257_4F524C57L;

    private static final int VERSION = 1;
    private static final int HEADER_BYTES = Long.BYTES + 6 * Integer.BYTES;

    private RowBlockFormat() {}

    /** Bytes of the file of a block of this shape. */
    public static long fileBytes(long rows, int columns) {
        return HEADER_BYTES + rows * columns * Float.BYTES + Integer.BYTES;
    }

    /**
     * Writes the block; flushes, but does not close the stream.
     *
     * @param side 0 or 1
     */
    public static void write(RowMatrix rows, int side, int block, OutputStream stream) throws IOException {
        FormatOutput out = new FormatOutput(stream);
        out.startChecksum();
        out.writeLong(MAGIC);
        out.writeInt(VERSION);
        out.writeInt(side);
        out.writeInt(block);
        out.writeInt(rows.rows());
        out.writeInt(rows.columns());
        out.writeInt(out.checksum());
        out.startChecksum();
        for (int row = 0; row < rows.rows(); row++) {
            out.writeFloats(rows.chunk(row), rows.offset(row), rows.columns());
        }
        out.writeInt(out.checksum());
        out.flush();
    }

    /**
     * Reads a block that must have this side, number and shape.
     *
     * @param name what messages call the file
     * @param length bytes of the file, or negative when it is not known
     * @throws org.wordloom.base.WordloomException FORMAT when the file is no block, another block, damaged, or not of
     *     this length
     */
    public static RowMatrix read(
            InputStream stream, String name, long length, int side, int block, int rows, int columns)
            throws IOException {
        FormatInput in = new FormatInput(stream, name, length);
        in.startChecksum();
        FormatHeaders.require(in, MAGIC, VERSION, "a block of rows", "a block of rows, which begins with 'WLROWBLK'");
        FormatHeaders.require(in, "side", side);
        FormatHeaders.require(in, "block", block);
        FormatHeaders.require(in, "number of rows", rows);
        FormatHeaders.require(in, "width", columns);
        FormatHeaders.requireChecksum(in, "a header");
        in.requireRoom(fileBytes(rows, columns) - HEADER_BYTES, "rows");
        RowMatrix matrix = new RowMatrix(rows, columns);
        in.startChecksum();
        for (int row = 0; row < rows; row++) {
            in.readFloats(matrix.chunk(row), matrix.offset(row), columns, "rows");
        }
        FormatHeaders.requireChecksum(in, "content");
        in.requireEnd();
        return matrix;
    }
}
