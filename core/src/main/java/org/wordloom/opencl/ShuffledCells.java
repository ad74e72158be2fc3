package org.wordloom.opencl;

import org.wordloom.blocks.KeyedPermutation;

/**
 * A stretch of cells and the order in which they are trained.
 *
 * @param from the first of them
 * @param order of as many as there are
 */
public record ShuffledCells(int from, KeyedPermutation order) {
    int size() {
        return Math.toIntExact(order.size());
    }
}
