package org.wordloom.train;

import org.wordloom.base.RandomStream;
import org.wordloom.kernel.Tile;

/** What becomes of a tile that an architecture filled. One for each thread. */
interface TileStep {
    /** Text at another place comes next: a time to move what lies badly. */
    void beginSlice();

    /** An empty tile to be filled, and trained if anything is in it. */
    Tile empty();

    /**
     * Scores the tile and trains it, now or soon.
     *
     * @param tile that {@link #empty} gave last
     * @param random where the tile's negatives are drawn from
     * @return whether all is well; false when training diverged
     */
    boolean train(Tile tile, RandomStream random, float rate) throws InterruptedException;

    /**
     * Trains what is left of a slice's tiles.
     *
     * @return as {@link #train}
     */
    boolean endSlice();

    /** Words of text have been read. Returns the rate for those to come. */
    float advance(long words);

    /** There are no more tiles. */
    void finish() throws InterruptedException;
}
