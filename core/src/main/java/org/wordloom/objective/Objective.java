package org.wordloom.objective;

import org.wordloom.base.RandomStream;
import org.wordloom.kernel.Link;
import org.wordloom.kernel.Tile;

/**
 * How a prediction is scored: turns the targets and pairs of a tile into output rows, labels and weights. Knows neither
 * where the hidden vectors came from nor how the arithmetic is done. Keeps no state between tiles, so threads share one.
 */
public interface Objective {
    /** Adds the output rows of the tile's targets, and those that are drawn. */
    default void addOutputs(Tile tile, RandomStream random) {
        addTargets(tile);
        addNegatives(tile, random);
    }

    /** Adds the output rows that no random number decides. */
    void addTargets(Tile tile);

    /** Adds the output rows that are drawn, to a tile that has the others. */
    void addNegatives(Tile tile, RandomStream random);

    /** Output rows that are drawn for a tile, each by one random number. */
    int drawn();

    Link link();

    /** Output rows that a tile of this many targets needs at most. */
    int maxOutputs(int targets);

    /** Rows of the output matrix. */
    int rows();
}
