package org.wordloom.train.glove;

import java.util.List;
import java.util.stream.IntStream;
import org.wordloom.base.CounterRandom;
import org.wordloom.base.ExitCode;
import org.wordloom.base.WordloomException;
import org.wordloom.blocks.BlockCount;
import org.wordloom.blocks.KeyedPermutation;
import org.wordloom.cooccurrence.Cells;
import org.wordloom.kernel.AdaGradRows;
import org.wordloom.opencl.ShuffledCells;

/**
 * The shuffled order of a visit's cells. Where the rows of the two blocks or the cells themselves exceed the cache, rows
 * and columns are split into Q interleaved parts each, and the cells are taken part pair after part pair: all Q² in a
 * shuffled order, the cells of each shuffled among themselves. That is what more blocks would do, without more files,
 * visits or transfers.
 *
 * <p>Q is a power of two that blocks and cells alone decide. With Q = 1 nothing is stored; else the cells are copied, part
 * pair by part pair: a shuffled walk over all of them misses the cache three times a cell, which costs more than training it.
 */
final class CellOrder {
    private static final int MOST_PARTS = 32;
    /** Fewer cells a part pair do not pay for fetching its rows. */
    private static final int LEAST_CELLS = 1024;
    /** Cells of a part pair that the cache holds beside its rows: 1.5 MB. */
    private static final int CACHED_CELLS = 1 << 17;

    private final int partBits;
    private final Cells cells;
    /** The cells of part pair t stand from {@code starts[t]} up to {@code starts[t + 1]}. */
    private final int[] starts;

    private final KeyedPermutation orderOfPairs;
    private final long key;

    /** @param partBits the logarithm of Q */
    CellOrder(Cells cells, int partBits, long key) {
        this.partBits = partBits;
        this.key = key;
        this.starts = new int[(1 << (2 * partBits)) + 1];
        this.orderOfPairs = new KeyedPermutation(starts.length - 1, CounterRandom.at(key, -1));
        if (partBits == 0) {
            starts[1] = cells.size();
            this.cells = cells;
        } else {
            this.cells = group(cells);
        }
    }

    /** The logarithm of the least Q whose part pairs fit the cache, rows and cells. */
    static int partBits(AdaGradRows rows, AdaGradRows columns, Cells cells) {
        long bytes = AdaGradRows.bytes(rows.rows(), rows.dim()) + AdaGradRows.bytes(columns.rows(), columns.dim());
        int bits = 0;
        while ((bytes >> bits > BlockCount.CACHE_BYTES || cells.size() >> (2 * bits) > CACHED_CELLS)
                && 1 << bits < MOST_PARTS
                && (cells.size() >> (2 * (bits + 1))) >= LEAST_CELLS) {
            bits++;
        }
        return bits;
    }

    /**
     * The order for a device, whose memory is fast without caches: one part pair, unless its cells would be too many.
     *
     * @param most cells of a part pair
     */
    static CellOrder forDevice(Cells cells, int most, long key) {
        for (int bits = 0; 1 << bits <= MOST_PARTS; bits++) {
            CellOrder order = new CellOrder(cells, bits, key);
            if (order.largest() <= most) {
                return order;
            }
        }
        throw new WordloomException(
                ExitCode.ENVIRONMENT,
                "a device with room for " + most + " cells cannot train a pair of blocks with " + cells.size()
                        + ": use more --blocks, or --kernel simd");
    }

    private int largest() {
        return IntStream.range(0, partPairs()).map(this::size).max().orElseThrow();
    }

    /** The same order as that of a {@link Cursor}, for a device. */
    List<ShuffledCells> shuffledParts() {
        return IntStream.range(0, partPairs())
                .map(this::partPairAt)
                .mapToObj(partPair -> new ShuffledCells(starts[partPair], order(partPair)))
                .toList();
    }

    private KeyedPermutation order(int partPair) {
        return new KeyedPermutation(size(partPair), CounterRandom.at(key, partPair));
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
            starts[partPair(rows[cell], columns[cell]) + 1]++;
        }
        for (int partPair = 1; partPair < starts.length; partPair++) {
            starts[partPair] += starts[partPair - 1];
        }
        int[] next = starts.clone();
        int[] groupedRows = new int[rows.length];
        int[] groupedColumns = new int[rows.length];
        float[] groupedValues = new float[rows.length];
        for (int cell = 0; cell < rows.length; cell++) {
            int to = next[partPair(rows[cell], columns[cell])]++;
            groupedRows[to] = rows[cell];
            groupedColumns[to] = columns[cell];
            groupedValues[to] = values[cell];
        }
        return new Cells(groupedRows, groupedColumns, groupedValues);
    }

    /** Rows of a block are ordered by frequency: taken in turn, each part gets its share of all frequencies. */
    private int partPair(int row, int column) {
        int mask = (1 << partBits) - 1;
        return ((row & mask) << partBits) | (column & mask);
    }

    /** The cells, part pair by part pair: where {@link Cursor#next} points to. */
    Cells cells() {
        return cells;
    }

    int partPairs() {
        return starts.length - 1;
    }

    /** The part pair that is trained as number {@code place}. */
    private int partPairAt(int place) {
        return (int) orderOfPairs.at(place);
    }

    private int size(int partPair) {
        return starts[partPair + 1] - starts[partPair];
    }

    /** Reads the order from a place on; one for each thread. */
    Cursor cursor(int place) {
        return new Cursor(place);
    }

    /** Goes through the shuffled cells. */
    final class Cursor {
        private int pairPlace = -1;
        private int partPair;
        private int size;
        private int at;
        private KeyedPermutation order;

        private Cursor(int place) {
            nextPartPair();
            int left = place;
            while (left >= size && pairPlace + 1 < partPairs()) {
                left -= size;
                nextPartPair();
            }
            at = left;
        }

        private void nextPartPair() {
            partPair = partPairAt(++pairPlace);
            size = size(partPair);
            at = 0;
            order = CellOrder.this.order(partPair);
        }

        /** The place of the next cell in {@link #cells}; there must be one. */
        int next() {
            while (at == size) {
                nextPartPair();
            }
            return starts[partPair] + (int) order.at(at++);
        }
    }
}
