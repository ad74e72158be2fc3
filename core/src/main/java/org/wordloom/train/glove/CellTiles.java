package org.wordloom.train.glove;

import java.util.List;
import java.util.stream.IntStream;
import org.wordloom.base.CounterRandom;
import org.wordloom.base.ExitCode;
import org.wordloom.base.WordloomException;
import org.wordloom.blocks.BlockCount;
import org.wordloom.blocks.KeyedPermutation;
import org.wordloom.cooccurrence.Cells;
import org.wordloom.kernel.CellRows;
import org.wordloom.opencl.ShuffledCells;

/**
 * The shuffled order of a visit's cells. Where the rows of the two blocks or the cells themselves exceed the cache, rows
 * and columns are split into Q interleaved parts each, and the cells are taken tile after tile: Q² pairs of parts in a
 * shuffled order, the cells of each shuffled among themselves. That is what more blocks would do, without more files,
 * visits or transfers.
 *
 * <p>Q is a power of two that blocks and cells alone decide. With Q = 1 nothing is stored; else the cells are copied, tile
 * by tile: a shuffled walk over all of them misses the cache three times a cell, which costs more than training it.
 */
final class CellTiles {
    private static final int MOST_PARTS = 32;
    /** Fewer cells a tile do not pay for fetching its rows. */
    private static final int LEAST_CELLS = 1024;
    /** Cells of a tile that the cache holds beside its rows: 1.5 MB. */
    private static final int CACHED_CELLS = 1 << 17;

    private final int partBits;
    private final Cells cells;
    /** The cells of tile t stand from {@code starts[t]} up to {@code starts[t + 1]}. */
    private final int[] starts;

    private final KeyedPermutation tileOrder;
    private final long key;

    /** @param partBits the logarithm of Q */
    CellTiles(Cells cells, int partBits, long key) {
        this.partBits = partBits;
        this.key = key;
        this.starts = new int[(1 << (2 * partBits)) + 1];
        this.tileOrder = new KeyedPermutation(starts.length - 1, CounterRandom.at(key, -1));
        if (partBits == 0) {
            starts[1] = cells.size();
            this.cells = cells;
        } else {
            this.cells = group(cells);
        }
    }

    /** The logarithm of the least Q whose tiles fit the cache, rows and cells. */
    static int partBits(CellRows rows, CellRows columns, Cells cells) {
        long bytes = CellRows.bytes(rows.rows(), rows.dim()) + CellRows.bytes(columns.rows(), columns.dim());
        int bits = 0;
        while ((bytes >> bits > BlockCount.CACHE_BYTES || cells.size() >> (2 * bits) > CACHED_CELLS)
                && 1 << bits < MOST_PARTS
                && (cells.size() >> (2 * (bits + 1))) >= LEAST_CELLS) {
            bits++;
        }
        return bits;
    }

    /**
     * The order for a device, whose memory is fast without caches: one tile, unless its cells would be too many.
     *
     * @param most cells of a tile
     */
    static CellTiles forDevice(Cells cells, int most, long key) {
        for (int bits = 0; 1 << bits <= MOST_PARTS; bits++) {
            CellTiles tiles = new CellTiles(cells, bits, key);
            if (tiles.largest() <= most) {
                return tiles;
            }
        }
        throw new WordloomException(
                ExitCode.ENVIRONMENT,
                "a device with room for " + most + " cells cannot train a pair of blocks with " + cells.size()
                        + ": use more --blocks, or --kernel simd");
    }

    private int largest() {
        return IntStream.range(0, tiles()).map(this::size).max().orElseThrow();
    }

    /** The same order as that of a {@link Cursor}, for a device. */
    List<ShuffledCells> stretches() {
        return IntStream.range(0, tiles())
                .map(this::tileAt)
                .mapToObj(tile -> new ShuffledCells(starts[tile], order(tile)))
                .toList();
    }

    private KeyedPermutation order(int tile) {
        return new KeyedPermutation(size(tile), CounterRandom.at(key, tile));
    }

    /** Bytes of heap that the copies of a visit's cells take at most. */
    static long bytes(long cells) {
        return cells * (2L * Integer.BYTES + Float.BYTES);
    }

    /** A counting sort: each pass reads the cells in order. */
    private Cells group(Cells sorted) {
        int[] rows = sorted.rows();
        int[] columns = sorted.columns();
        float[] values = sorted.values();
        for (int cell = 0; cell < rows.length; cell++) {
            starts[tile(rows[cell], columns[cell]) + 1]++;
        }
        for (int tile = 1; tile < starts.length; tile++) {
            starts[tile] += starts[tile - 1];
        }
        int[] next = starts.clone();
        int[] tileRows = new int[rows.length];
        int[] tileColumns = new int[rows.length];
        float[] tileValues = new float[rows.length];
        for (int cell = 0; cell < rows.length; cell++) {
            int to = next[tile(rows[cell], columns[cell])]++;
            tileRows[to] = rows[cell];
            tileColumns[to] = columns[cell];
            tileValues[to] = values[cell];
        }
        return new Cells(tileRows, tileColumns, tileValues);
    }

    /** Rows of a block are ordered by frequency: taken in turn, each part gets its share of all frequencies. */
    private int tile(int row, int column) {
        int mask = (1 << partBits) - 1;
        return ((row & mask) << partBits) | (column & mask);
    }

    /** The cells, tile by tile: where {@link Cursor#next} points to. */
    Cells cells() {
        return cells;
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
            order = CellTiles.this.order(tile);
        }

        /** The place of the next cell in {@link #cells}; there must be one. */
        int next() {
            while (at == size) {
                nextTile();
            }
            return starts[tile] + (int) order.at(at++);
        }
    }
}
