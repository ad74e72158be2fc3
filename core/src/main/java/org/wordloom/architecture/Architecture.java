package org.wordloom.architecture;

import org.wordloom.kernel.Tile;

/**
 * What is predicted from what: fills a tile with hidden vectors, targets and pairs. Knows neither how a prediction is
 * scored nor how the arithmetic is done.
 */
public interface Architecture {
    /**
     * Fills the tile with the windows around the next centres, from {@code centre} on.
     *
     * @return how many centres the tile took; at least 1. The tile has no hidden vector when none has any context.
     */
    int fill(Sentence sentence, int centre, Tile tile);

    int maxHidden();

    int maxTargets();
}
