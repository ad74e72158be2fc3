package org.wordloom.format;

import java.io.IOException;
import java.util.Arrays;
import org.wordloom.cooccurrence.BlockPair;
import org.wordloom.cooccurrence.Cells;

/** Reads cells as {@link CellsFormat} describes, and believes nothing before it is checked. */
final class CellsReader {
    private final FormatInput in;
    private final CellsHeader header;
    private int[] rows;
    private int[] columns;
    private int size;

    CellsReader(FormatInput in) throws IOException {
        this.in = in;
        this.header = CellsHeader.read(in);
    }

    /** Fails unless the cells are those of this block pair. */
    CellsReader require(BlockPair expected) {
        if (!header.pair().equals(expected)) {
            throw in.damaged("cells of " + expected, "cells of " + header.pair());
        }
        return this;
    }

    Cells read() throws IOException {
        in.startChecksum();
        readPlaces();
        FormatHeaders.requireChecksum(in, "rows and columns");
        in.startChecksum();
        float[] values = readValues();
        FormatHeaders.requireChecksum(in, "values");
        in.requireEnd();
        return new Cells(rows, columns, values);
    }

    private void readPlaces() throws IOException {
        long end = in.offset() + header.placesBytes();
        rows = new int[in.initialCapacity(header.cells())];
        columns = new int[rows.length];
        int row = -1;
        while (size < header.cells()) {
            row = readIndex(row, header.pair().rows(), "a row");
            int inRow = in.readNumber("the number of cells in a row");
            if (inRow == 0 || inRow > header.cells() - size) {
                throw in.damaged("1 to " + (header.cells() - size) + " cells in a row", String.valueOf(inRow));
            }
            readRow(row, inRow);
        }
        if (in.offset() != end) {
            throw in.damaged("rows and columns of " + header.placesBytes() + " bytes", "others");
        }
    }

    private void readRow(int row, int count) throws IOException {
        int end = size + count;
        int column = -1;
        while (size < end) {
            column = readIndex(column, header.pair().columns(), "a column");
            if (size == rows.length) {
                grow();
            }
            rows[size] = row;
            columns[size++] = column;
        }
    }

    /** Only where the file's length is unknown: then room grows with what was read. */
    private void grow() {
        int capacity = (int) Math.min(header.cells(), 2L * size);
        rows = Arrays.copyOf(rows, capacity);
        columns = Arrays.copyOf(columns, capacity);
    }

    private int readIndex(int before, int bound, String what) throws IOException {
        int distance = in.readNumber(what);
        if (distance == 0 || distance >= bound - before) {
            throw in.damaged(what + " from " + (before + 1) + " to " + (bound - 1), "a distance of " + distance);
        }
        return before + distance;
    }

    private float[] readValues() throws IOException {
        float[] values = new float[header.cells()];
        in.readFloats(values, 0, values.length, "values");
        for (int cell = 0; cell < values.length; cell++) {
            if (!(values[cell] > 0) || values[cell] == Float.POSITIVE_INFINITY) {
                throw in.damaged("values above 0", values[cell] + " as value " + cell);
            }
        }
        return values;
    }
}
