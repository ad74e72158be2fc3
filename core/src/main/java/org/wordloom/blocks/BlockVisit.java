package org.wordloom.blocks;

import java.io.Serializable;
import org.wordloom.base.CounterRandom;
import org.wordloom.base.CounterRandom.Purpose;

/**
 * Which visit of a training run is meant: row block and column block in one cycle. Names the visit's random numbers, so
 * that they depend on neither the executor nor the attempt.
 *
 * @param cycle from 0
 * @param rowBlock from 0 to P-1
 * @param columnBlock from 0 to P-1
 */
public record BlockVisit(int cycle, int rowBlock, int columnBlock) implements Serializable {
    /** The key of this visit's random numbers for a purpose. */
    public long key(long seed, Purpose purpose) {
        return CounterRandom.key(seed, purpose, cycle, rowBlock, columnBlock);
    }

    @Override
    public String toString() {
        return "cycle " + (cycle + 1) + ", row block " + rowBlock + ", column block " + columnBlock;
    }
}
