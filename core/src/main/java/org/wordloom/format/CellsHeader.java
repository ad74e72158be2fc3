package org.wordloom.format;

import java.io.IOException;
import org.wordloom.cooccurrence.BlockPair;

/**
 * The fixed first part of a file of cells: what all later sizes follow from.
 *
 * @param pair which rows and columns
 * @param cells how many cells
 * @param placesBytes length of the packed rows and columns
 */
record CellsHeader(BlockPair pair, int cells, long placesBytes) {
    /** "WLCELLS" and a 0, its first letter in the lowest byte. */
    static final long MAGIC = 0x00534C4C_45434C57L;

    static final int VERSION = 1;
    static final int BYTES = 3 * Long.BYTES + 8 * Integer.BYTES;

    /** A cell's column takes a byte at least, a row's distance and number 10 at most. */
    static final int MAX_ROW_BYTES = 10;

    static final int MAX_COLUMN_BYTES = 5;

    long fileBytes() {
        return BYTES + placesBytes + (long) cells * Float.BYTES + 2 * Integer.BYTES;
    }

    void write(FormatOutput out) throws IOException {
        out.startChecksum();
        out.writeLong(MAGIC);
        out.writeInt(VERSION);
        out.writeInt(pair.blocks());
        out.writeInt(pair.rowBlock());
        out.writeInt(pair.columnBlock());
        out.writeInt(pair.rows());
        out.writeInt(pair.columns());
        out.writeInt(cells);
        out.writeLong(placesBytes);
        out.writeLong(fileBytes());
        out.writeInt(out.checksum());
    }

    static CellsHeader read(FormatInput in) throws IOException {
        in.startChecksum();
        FormatHeaders.require(in, MAGIC, VERSION, "a file of cells", "a file of cells, which begins with 'WLCELLS'");
        BlockPair pair = new BlockPair(
                in.readInt("the number of blocks"),
                in.readInt("the row block"),
                in.readInt("the column block"),
                in.readInt("the number of rows"),
                in.readInt("the number of columns"));
        CellsHeader header =
                new CellsHeader(pair, in.readInt("the number of cells"), in.readLong("the length of the places"));
        long fileBytes = in.readLong("the length of the file");
        FormatHeaders.requireChecksum(in, "a header");
        header.check(in, fileBytes);
        return header;
    }

    private void check(FormatInput in, long fileBytes) {
        boolean possiblePair = pair.blocks() >= 1
                && pair.rowBlock() >= 0
                && pair.rowBlock() < pair.blocks()
                && pair.columnBlock() >= 0
                && pair.columnBlock() < pair.blocks()
                && pair.rows() >= 0
                && pair.columns() >= 0;
        if (!possiblePair) {
            throw in.damaged("blocks below their number, and sizes of at least 0", pair.toString());
        }
        long mostBytes = (long) MAX_ROW_BYTES * pair.rows() + (long) MAX_COLUMN_BYTES * cells;
        boolean possibleSizes = cells >= 0
                && cells <= (double) pair.rows() * pair.columns()
                && placesBytes >= cells
                && placesBytes <= mostBytes;
        if (!possibleSizes || fileBytes != fileBytes()) {
            throw in.damaged("sizes that fit each other", this + " in " + fileBytes + " bytes");
        }
        if (in.size() >= 0 && in.size() != fileBytes) {
            throw in.damaged("a file of " + fileBytes + " bytes", in.size() + " bytes: it is truncated or extended");
        }
    }
}
