package org.wordloom.format;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import org.wordloom.matrix.RowMatrix;

/**
 * A matrix of floats as a file, for blocks of rows that executors leave each other. All numbers little-endian:
 *
 * <pre>
 * header   "WORDLMAT", version, rows, columns, CRC-32C of all that
 * rows     rows x columns floats, then their CRC-32C
 * </pre>
 */
public final class MatrixFormat {
    /** "WORDLMAT", its first letter in the lowest byte. */
    private static final long MAGIC = 0x54414D4C_44524F57L;

    private static final int VERSION = 1;
    private static final int HEADER_BYTES = Long.BYTES + 4 * Integer.BYTES;

    private MatrixFormat() {}

    /** Writes the matrix. The stream is flushed, not closed. */
    public static void write(RowMatrix matrix, OutputStream stream) throws IOException {
        FormatOutput out = new FormatOutput(stream);
        out.startChecksum();
        out.writeLong(MAGIC);
        out.writeInt(VERSION);
        out.writeInt(matrix.rows());
        out.writeInt(matrix.columns());
        out.writeInt(out.checksum());
        out.startChecksum();
        for (int row = 0; row < matrix.rows(); row++) {
            out.writeFloats(matrix.chunk(row), matrix.offset(row), matrix.columns());
        }
        out.writeInt(out.checksum());
        out.flush();
    }

    /**
     * Reads a matrix. The stream is not closed.
     *
     * @param name how errors call the file, usually its path
     * @param size the file's size in bytes
     * @throws org.wordloom.base.WordloomException FORMAT when the file is damaged, truncated, or of another format
     */
    public static RowMatrix read(InputStream stream, String name, long size) throws IOException {
        FormatInput in = new FormatInput(stream, name, size);
        RowMatrix matrix = readHeader(in, size);
        in.startChecksum();
        for (int row = 0; row < matrix.rows(); row++) {
            in.readFloats(matrix.chunk(row), matrix.offset(row), matrix.columns(), "row " + row);
        }
        FormatHeaders.requireChecksum(in, "rows");
        in.requireEnd();
        return matrix;
    }

    private static RowMatrix readHeader(FormatInput in, long size) throws IOException {
        in.startChecksum();
        FormatHeaders.require(in, MAGIC, VERSION, "a matrix", "a matrix, which begins with 'WORDLMAT'");
        int rows = in.readInt("the number of rows");
        int columns = in.readInt("the number of columns");
        FormatHeaders.requireChecksum(in, "header");
        long expected = HEADER_BYTES + (long) rows * columns * Float.BYTES + Integer.BYTES;
        if (rows < 0 || columns < 1 || columns > Word2VecHeader.MAX_DIMENSION || size != expected) {
            throw in.damaged(
                    "a file of the size of its matrix", rows + " x " + columns + " values in " + size + " bytes");
        }
        return new RowMatrix(rows, columns);
    }
}
