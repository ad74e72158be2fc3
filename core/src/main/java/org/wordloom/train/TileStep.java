package org.wordloom.train;

import org.wordloom.base.RandomStream;
import org.wordloom.kernel.Tile;

/** What becomes of a tile that an architecture filled. One for each thread. */
interface TileStep {
    /**
     * Scores the tile and trains it, now or soon.
     *
     * @param random where the tile's negatives are drawn from
     * @return whether all is well; false when training diverged
     */
    boolean train(Tile tile, RandomStream random, float rate) throws InterruptedException;

    /** Words of text have been read. Returns the rate for those to come. */
    float advance(long words);

    /** There are no more tiles. */
    void finish() throws InterruptedException;
}
