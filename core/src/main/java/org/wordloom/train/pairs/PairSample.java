package org.wordloom.train.pairs;

import org.wordloom.base.CounterRandom;
import org.wordloom.base.ExitCode;
import org.wordloom.base.WordloomException;
import org.wordloom.cooccurrence.Cells;

/**
 * The updates of one visit: the cells of a block pair, turned into weighted updates and dealt out to chunks.
 *
 * <p>A cell's weight in a visit, w, is its count times what subsampling keeps of both words, times the epochs that a
 * cycle stands for. A light cell (w < 1) becomes an update of weight 1 with probability w, so that the many rare pairs
 * cost as little as in skip-gram. A heavy one is split: an update's weight times the rate of its rows never exceeds
 * {@link #LARGEST_STEP}, and the pieces lie evenly spread over the visit, at most one a chunk. The expected weight is w
 * in both cases, unless w would make more than {@link #MOST_PIECES} pieces. Chunks are what a visit trains one after
 * another; which of them a cell falls into is random, so that they are small samples of the block pair.
 *
 * <p>Every random number is a function of the visit's key and the cell's place, so that the updates are too.
 */
final class PairSample {
    /** Bound of an update's weight times its rows' rate: four of word2vec's steps at once. */
    private static final double LARGEST_STEP = 4;
    /** Enough for the updates of a chunk to share rows, few enough that no row moves far within one. */
    private static final int CHUNK_UPDATES = 1 << 14;
    /** So many steps at the highest rate saturate any pair; without a bound a count of 10¹² would never end. */
    private static final int MOST_PIECES = 1 << 16;

    private static final double TO_UNIT = 0x1p-32;

    // The cells, each in three arrays.
    private final int[] cellRows;
    private final int[] cellColumns;
    private final float[] cellValues;
    private final PairRows input;
    private final PairRows output;
    private final double share;
    private final long key;

    private int chunks;
    private int[] starts;
    private int[] rows;
    private int[] columns;
    private float[] weights;

    private PairSample(Cells cells, PairRows input, PairRows output, double share, long key) {
        this.cellRows = cells.rows();
        this.cellColumns = cells.columns();
        this.cellValues = cells.values();
        this.input = input;
        this.output = output;
        this.share = share;
        this.key = key;
    }

    /**
     * Draws the updates of a visit.
     *
     * @param share epochs that a cycle stands for: what part of every count is trained on
     */
    static PairSample draw(Cells cells, PairRows input, PairRows output, double share, long key) {
        PairSample sample = new PairSample(cells, input, output, share, key);
        sample.countChunks();
        sample.countUpdates();
        sample.dealOut();
        return sample;
    }

    int chunks() {
        return chunks;
    }

    /** The first update of a chunk; {@code start(chunk + 1)} is the end of it. Updates are sorted by row and column. */
    int start(int chunk) {
        return starts[chunk];
    }

    /** How many updates there are. */
    int updates() {
        return rows.length;
    }

    int row(int update) {
        return rows[update];
    }

    int column(int update) {
        return columns[update];
    }

    float weight(int update) {
        return weights[update];
    }

    /** The sum of all weights: how many pairs are trained on. */
    double weight() {
        double sum = 0;
        for (float weight : weights) {
            sum += weight;
        }
        return sum;
    }

    private void countChunks() {
        long updates = 0;
        int most = 1;
        for (int cell = 0; cell < cellRows.length; cell++) {
            requireFit(cell);
            int pieces = pieces(weightOf(cell), cell, bits(cell));
            updates += pieces;
            most = Math.max(most, pieces);
        }
        if (updates > Integer.MAX_VALUE - 8) {
            throw new WordloomException(
                    ExitCode.ENVIRONMENT,
                    updates + " updates in one visit are more than an array holds; use more --blocks or more --cycles");
        }
        chunks = (int) Math.max(most, (updates + CHUNK_UPDATES - 1) / CHUNK_UPDATES);
    }

    /** Cells come from files, which may belong to other blocks. */
    private void requireFit(int cell) {
        int row = cellRows[cell];
        int column = cellColumns[cell];
        if (row < 0 || row >= input.size() || column < 0 || column >= output.size()) {
            throw new WordloomException(
                    ExitCode.FORMAT,
                    "a cell names row " + row + " and column " + column + " of blocks with " + input.size() + " and "
                            + output.size() + " rows: the counts do not belong to this vocabulary");
        }
    }

    private void countUpdates() {
        starts = new int[chunks + 1];
        for (int cell = 0; cell < cellRows.length; cell++) {
            long bits = bits(cell);
            int pieces = pieces(weightOf(cell), cell, bits);
            for (int piece = 0; piece < pieces; piece++) {
                starts[chunkOf(bits, piece, pieces) + 1]++;
            }
        }
        for (int chunk = 0; chunk < chunks; chunk++) {
            starts[chunk + 1] += starts[chunk];
        }
    }

    private void dealOut() {
        int updates = starts[chunks];
        rows = new int[updates];
        columns = new int[updates];
        weights = new float[updates];
        int[] next = starts.clone();
        for (int cell = 0; cell < cellRows.length; cell++) {
            long bits = bits(cell);
            double weight = weightOf(cell);
            int pieces = pieces(weight, cell, bits);
            float each = piece(weight, pieces, cell);
            for (int piece = 0; piece < pieces; piece++) {
                int at = next[chunkOf(bits, piece, pieces)]++;
                rows[at] = cellRows[cell];
                columns[at] = cellColumns[cell];
                weights[at] = each;
            }
        }
    }

    private long bits(int cell) {
        return CounterRandom.at(key, cell);
    }

    private double weightOf(int cell) {
        return share * cellValues[cell] * input.keep(cellRows[cell]) * output.keep(cellColumns[cell]);
    }

    /** The weight of an update. Where pieces are too few for all of a weight, each is as large as it may be. */
    private float piece(double weight, int pieces, int cell) {
        if (weight < 1) {
            return 1f;
        }
        double even = weight / pieces;
        return (float) (pieces < MOST_PIECES ? even : Math.min(even, LARGEST_STEP / rate(cell)));
    }

    /** The higher rate of a cell's two rows. */
    private double rate(int cell) {
        return Math.max(input.rate(cellRows[cell]), output.rate(cellColumns[cell]));
    }

    /** How many updates a cell becomes. The low half of its random bits decides. */
    private int pieces(double weight, int cell, long bits) {
        if (weight < 1) {
            return (bits & 0xFFFFFFFFL) * TO_UNIT < weight ? 1 : 0;
        }
        return (int) Math.max(1, Math.min(MOST_PIECES, Math.ceil(weight * rate(cell) / LARGEST_STEP)));
    }

    /** The pieces begin at a random place, which the high half of the bits gives, and lie at equal distances. */
    private int chunkOf(long bits, int piece, int pieces) {
        double place = (bits >>> 32) * TO_UNIT + (double) piece / pieces;
        return Math.min(chunks - 1, (int) ((place < 1 ? place : place - 1) * chunks));
    }
}
