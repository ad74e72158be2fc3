package org.wordloom.train;

import org.wordloom.base.CounterRandom;
import org.wordloom.blocks.BlockCount;
import org.wordloom.blocks.KeyedPermutation;
import org.wordloom.cooccurrence.Cells;
import org.wordloom.kernel.CellRows;

/**
 * The shuffled order of a visit's cells. Where the rows of the two blocks exceed the cache, rows and columns are split
 * into Q interleaved parts each, and the cells are taken tile after tile: Q² pairs of parts in a shuffled order, the cells
 * of each shuffled among themselves. That is what more blocks would do, without more files, visits or transfers.
 *
 * <p>Q is a power of two that blocks and cells alone decide. With Q = 1 nothing is stored; else four bytes a cell.
 */
final class CellTiles {
    private static final int MOST_PARTS = 32;
    /** Fewer cells a tile do not pay for fetching its rows. */
    private static final int LEAST_CELLS = 1024;

    private final int partBits;
    /** The cells by tile; null with one tile. */
    private final int[] cellsByTile;
    /** The cells of tile t are {@code cellsByTile[starts[t]]} up to {@code starts[t + 1]}. */
    private final int[] starts;

    private final KeyedPermutation tileOrder;
    private final long key;

    /** @param partBits the logarithm of Q */
    CellTiles(Cells cells, int partBits, long key) {
        this.partBits = partBits;
        this.key = key;
        this.starts = new int[(1 << 2 * partBits) + 1];
        this.tileOrder = new KeyedPermutation(starts.length - 1, CounterRandom.at(key, -1));
        this.cellsByTile = partBits == 0 ? null : new int[cells.size()];
        if (partBits == 0) {
            starts[1] = cells.size();
        } else {
            group(cells);
        }
    }

    /** The logarithm of the least Q whose tiles touch no more rows than the cache holds. */
    static int partBits(CellRows rows, CellRows columns, Cells cells) {
        long bytes = CellRows.bytes(rows.rows(), rows.dim()) + CellRows.bytes(columns.rows(), columns.dim());
        int bits = 0;
        while (bytes >> bits > BlockCount.CACHE_BYTES
                && 1 << bits < MOST_PARTS
                && cells.size() >> 2 * (bits + 1) >= LEAST_CELLS) {
            bits++;
        }
        return bits;
    }

    /** A counting sort: each pass reads the cells in order. */
    private void group(Cells cells) {
        int[] rows = cells.rows();
        int[] columns = cells.columns();
        for (int cell = 0; cell < rows.length; cell++) {
            starts[tile(rows[cell], columns[cell]) + 1]++;
        }
        for (int tile = 1; tile < starts.length; tile++) {
            starts[tile] += starts[tile - 1];
        }
        int[] next = starts.clone();
        for (int cell = 0; cell < rows.length; cell++) {
            cellsByTile[next[tile(rows[cell], columns[cell])]++] = cell;
        }
    }

    /** Rows of a block are ordered by frequency: taken in turn, each part gets its share of all frequencies. */
    private int tile(int row, int column) {
        int mask = (1 << partBits) - 1;
        return (row & mask) << partBits | column & mask;
    }

    int tiles() {
        return starts.length - 1;
    }

    /** The tile that is trained as number {@code place}. */
    private int tileAt(int place) {
        return (int) tileOrder.at(place);
    }

    private int size(int tile) {
        return starts[tile + 1] - starts[tile];
    }

    /** Reads the order from a place on; one for each thread. */
    Cursor cursor(int place) {
        return new Cursor(place);
    }

    /** Goes through the shuffled cells. */
    final class Cursor {
        private int tilePlace = -1;
        private int tile;
        private int size;
        private int at;
        private KeyedPermutation order;

        private Cursor(int place) {
            nextTile();
            int left = place;
            while (left >= size && tilePlace + 1 < tiles()) {
                left -= size;
                nextTile();
            }
            at = left;
        }

        private void nextTile() {
            tile = tileAt(++tilePlace);
            size = size(tile);
            at = 0;
            order = new KeyedPermutation(size, CounterRandom.at(key, tile));
        }

        /** The index of the next cell; there must be one. */
        int next() {
            while (at == size) {
                nextTile();
            }
            int cell = (int) order.at(at++);
            return cellsByTile == null ? cell : cellsByTile[starts[tile] + cell];
        }
    }
}
