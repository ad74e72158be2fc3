package org.wordloom.train.pairs;

import org.wordloom.base.RandomStream;
import org.wordloom.kernel.Tile;
import org.wordloom.opencl.TileShape;

/** Fills the tiles of a visit: those of its updates, and those of its negatives. A thread's scratch. */
final class PairTiles {
    /** Updates that share a row in a tile: their gradients are computed before any of them is applied. */
    private static final int TILE_UPDATES = 16;
    /** Bound of what a tile adds to its shared row at once, in steps of weight 1 at the full rate; without it, rows that
     * are no slower for being frequent diverge. */
    static final float ROW_STEP = 16;
    /** Input rows of a tile of negatives. */
    private static final int NEGATIVE_ROWS = 16;
    /** Pairs that each such row stands for: as many times K negatives does it meet. */
    static final int PAIRS_PER_ROW = 2;
    /** A tile of negatives stands for so many pairs. */
    static final int NEGATIVE_PAIRS = NEGATIVE_ROWS * PAIRS_PER_ROW;

    private final PairSample sample;
    private final PairRows input;
    private final PairRows output;
    private final int drawn;
    private final PairGroups groups;
    private final Tile tile;
    private final Tile negatives;

    PairTiles(PairVisit.Work work) {
        this.sample = work.sample();
        this.input = work.input().rows();
        this.output = work.output().rows();
        this.drawn = PAIRS_PER_ROW * work.negative();
        int columns = work.input().vectors().columns();
        this.groups = new PairGroups(input.size(), output.size());
        this.tile = new Tile(TILE_UPDATES, 1, TILE_UPDATES, columns);
        this.negatives = new Tile(NEGATIVE_ROWS, 1, drawn, columns);
    }

    /** The largest of both kinds. */
    static TileShape shape(int inputRows, int outputRows, int columns, int negative) {
        int outputs = Math.max(TILE_UPDATES, PAIRS_PER_ROW * negative);
        int hidden = Math.max(TILE_UPDATES, NEGATIVE_ROWS);
        return new TileShape(inputRows, outputRows, columns, hidden, hidden, outputs, 0);
    }

    /** Goes to a chunk. */
    void group(int chunk) {
        groups.group(sample, chunk);
    }

    /** Updates of the chunk. */
    int size() {
        return groups.size();
    }

    /** The tile that the last {@link #fill} filled. */
    Tile tile() {
        return tile;
    }

    /** Fills the tile that begins at a place of the grouped updates; returns where the next begins. */
    int fill(int from) {
        return from < groups.byRow() ? fillRow(from) : fillColumn(from);
    }

    /** One input row that makes pairs with several output rows. */
    private int fillRow(int from) {
        int row = sample.row(groups.update(from));
        tile.clear();
        tile.addHidden();
        tile.addInput(row);
        int end = from;
        float room = ROW_STEP / input.rate(row);
        while (end < groups.byRow() && end - from < TILE_UPDATES && sample.row(groups.update(end)) == row) {
            int update = groups.update(end);
            room -= sample.weight(update);
            if (room < 0 && end > from) {
                break;
            }
            int added = tile.addOutput(sample.column(update), 1f);
            tile.setWeight(0, added, sample.weight(update));
            end++;
        }
        return end;
    }

    /** Several input rows that make pairs with one output row. */
    private int fillColumn(int from) {
        int column = sample.column(groups.update(from));
        tile.clear();
        int end = from;
        float room = ROW_STEP / output.rate(column);
        while (end < groups.size() && end - from < TILE_UPDATES && sample.column(groups.update(end)) == column) {
            room -= sample.weight(groups.update(end));
            if (room < 0 && end > from) {
                break;
            }
            tile.addHidden();
            tile.addInput(sample.row(groups.update(end++)));
        }
        tile.addOutput(column, 1f);
        for (int at = from; at < end; at++) {
            tile.setWeight(at - from, 0, sample.weight(groups.update(at)));
        }
        return end;
    }

    /** Input rows drawn by how often they occur in pairs, each with the same negatives. */
    Tile drawNegatives(RandomStream random) {
        negatives.clear();
        for (int i = 0; i < NEGATIVE_ROWS; i++) {
            negatives.addHidden();
            negatives.addInput(input.draw(random.next()));
        }
        for (int j = 0; j < drawn; j++) {
            negatives.addOutput(output.draw(random.next()), 0f);
            for (int i = 0; i < NEGATIVE_ROWS; i++) {
                negatives.setWeight(i, j, 1f);
            }
        }
        return negatives;
    }
}
