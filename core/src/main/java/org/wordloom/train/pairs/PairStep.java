package org.wordloom.train.pairs;

import org.wordloom.kernel.Tile;

/** What a thread of a visit does with the tiles that it fills. */
interface PairStep {
    /** Whether tiles that follow each other may be trained at once: then they should share few rows. */
    boolean atOnce();

    /** Trains the tile, or hands it on. */
    void train(Tile tile, float rate) throws InterruptedException;

    /** After the last tile. */
    void finish() throws InterruptedException;
}
