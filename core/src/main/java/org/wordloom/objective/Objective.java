package org.wordloom.objective;

import org.wordloom.base.RandomStream;
import org.wordloom.kernel.Link;
import org.wordloom.kernel.Tile;

/**
 * How a prediction is scored: turns the targets and pairs of a tile into output rows, labels and weights. Knows neither
 * where the hidden vectors came from nor how the arithmetic is done. Keeps no state between tiles, so threads share one.
 */
public interface Objective {
    /** Adds the output rows of the tile's targets. */
    void addOutputs(Tile tile, RandomStream random);

    Link link();

    /** Output rows that a tile of this many targets needs at most. */
    int maxOutputs(int targets);

    /** Rows of the output matrix. */
    int rows();
}
