package org.wordloom.format;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import org.wordloom.cooccurrence.BlockPair;
import org.wordloom.cooccurrence.Cells;

/**
 * The cells of one block pair as a file, all fixed numbers little-endian.
 *
 * <pre>
 * header   "WLCELLS\0", version, blocks P, row block, column block, rows, columns, cells N (ints),
 *          length of the places in bytes, length of the file (longs), CRC-32C of all that
 * places   for each row with cells: distance from the row before, number of cells; for each of these: distance from the
 *          column before. LEB128 numbers; the first row, and each row's first column, count from -1.
 *          CRC-32C of the places
 * values   N floats, in the order of the places; CRC-32C of the values
 * </pre>
 */
public final class CellsFormat {
    private CellsFormat() {}

    /**
     * Writes the cells. The stream is flushed, not closed.
     *
     * @throws org.wordloom.base.WordloomException FORMAT for a value that is not a positive number
     * @throws IllegalArgumentException for cells that are not sorted or do not lie in the block pair; what was written by
     *     then is no complete file
     */
    public static void write(BlockPair pair, Cells cells, OutputStream out) throws IOException {
        new CellsWriter(pair, cells, new FormatOutput(out)).write();
    }

    /**
     * Reads cells. The stream is not closed.
     *
     * @param name how errors call the file, usually its path
     * @param size the file's size in bytes, or -1 when it is not known
     * @throws org.wordloom.base.WordloomException FORMAT when the file is damaged, truncated, or of another format or
     *     version
     */
    public static Cells read(InputStream in, String name, long size) throws IOException {
        return new CellsReader(new FormatInput(in, name, size)).read();
    }

    /** Reads cells, which must be those of this block pair. */
    public static Cells read(InputStream in, String name, long size, BlockPair expected) throws IOException {
        return new CellsReader(new FormatInput(in, name, size))
                .require(expected)
                .read();
    }
}
