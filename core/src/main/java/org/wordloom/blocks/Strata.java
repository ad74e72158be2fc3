package org.wordloom.blocks;

import java.io.Serializable;

/**
 * The schedule of a cycle over P row blocks and P column blocks: P strata of P visits each. In stratum s row block i
 * meets column block (i + s) mod P, a Latin square (Gemulla et al. 2011): a cycle visits every pair of blocks exactly
 * once, and within a stratum no two visits share a row block or a column block, so that they may run at once.
 *
 * @param blocks P, at least 1
 */
public record Strata(int blocks) implements Serializable {
    public Strata {
        if (blocks < 1) {
            throw new IllegalArgumentException("a schedule needs at least one block, not " + blocks);
        }
    }

    /** The column block that {@code rowBlock} meets in {@code stratum}, both from 0 to P-1. */
    public int columnBlock(int stratum, int rowBlock) {
        return (int) ((rowBlock + (long) stratum) % blocks);
    }

    /** The row block that {@code columnBlock} meets in {@code stratum}. */
    public int rowBlock(int stratum, int columnBlock) {
        return (int) ((columnBlock + (long) blocks - stratum) % blocks);
    }

    /**
     * The order in which a cycle takes the strata: a permutation of 0 … P-1 that {@code key} chooses. With another key
     * for every cycle, no pair of blocks is always the last to be trained.
     */
    public int[] order(long key) {
        int[] order = new int[blocks];
        for (int place = 0; place < blocks; place++) {
            order[place] = order(key, place);
        }
        return order;
    }

    /** The stratum at {@code place}, from 0 to P-1, of the order that {@code key} chooses. */
    public int order(long key, int place) {
        return (int) new KeyedPermutation(blocks, key).at(place);
    }
}
