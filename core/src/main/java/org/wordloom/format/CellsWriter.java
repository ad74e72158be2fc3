package org.wordloom.format;

import java.io.IOException;
import org.wordloom.base.ExitCode;
import org.wordloom.base.WordloomException;
import org.wordloom.cooccurrence.BlockPair;
import org.wordloom.cooccurrence.Cells;

/** Writes cells as {@link CellsFormat} describes: checks and measures them first, then writes. */
final class CellsWriter {
    private final BlockPair pair;
    private final Cells cells;
    private final FormatOutput out;

    CellsWriter(BlockPair pair, Cells cells, FormatOutput out) {
        this.pair = pair;
        this.cells = cells;
        this.out = out;
    }

    void write() throws IOException {
        checkValues();
        new CellsHeader(pair, cells.size(), measurePlaces()).write(out);
        out.startChecksum();
        writePlaces();
        out.writeInt(out.checksum());
        out.startChecksum();
        out.writeFloats(cells.values(), 0, cells.size());
        out.writeInt(out.checksum());
        out.flush();
    }

    private void checkValues() {
        for (float value : cells.values()) {
            if (!(value > 0) || value == Float.POSITIVE_INFINITY) {
                throw new WordloomException(
                        ExitCode.FORMAT, "a co-occurrence of " + value + " cannot be written: expected above 0");
            }
        }
    }

    private long measurePlaces() {
        long bytes = 0;
        int row = -1;
        for (int cell = 0; cell < cells.size(); ) {
            int end = endOfRow(cell);
            int newRow = cells.rows()[cell];
            requireAscending(row, newRow, pair.rows());
            bytes += FormatOutput.numberBytes(newRow - row) + FormatOutput.numberBytes(end - cell);
            row = newRow;
            int column = -1;
            for (; cell < end; cell++) {
                requireAscending(column, cells.columns()[cell], pair.columns());
                bytes += FormatOutput.numberBytes(cells.columns()[cell] - column);
                column = cells.columns()[cell];
            }
        }
        return bytes;
    }

    private void writePlaces() throws IOException {
        int row = -1;
        for (int cell = 0; cell < cells.size(); ) {
            int end = endOfRow(cell);
            out.writeNumber(cells.rows()[cell] - row);
            out.writeNumber(end - cell);
            row = cells.rows()[cell];
            int column = -1;
            for (; cell < end; cell++) {
                out.writeNumber(cells.columns()[cell] - column);
                column = cells.columns()[cell];
            }
        }
    }

    private int endOfRow(int from) {
        int[] rows = cells.rows();
        int end = from + 1;
        while (end < cells.size() && rows[end] == rows[from]) {
            end++;
        }
        return end;
    }

    private static void requireAscending(int before, int index, int bound) {
        if (index <= before || index >= bound) {
            throw new IllegalArgumentException("cells are not sorted, or outside their blocks: " + index + " after "
                    + before + ", below " + bound);
        }
    }
}
