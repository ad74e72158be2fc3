package org.wordloom.cluster.strata;

import java.io.Serializable;
import org.wordloom.base.CounterRandom;
import org.wordloom.blocks.BlockVisit;
import org.wordloom.blocks.Strata;

/**
 * All strata of a run in one row, numbered from 0: those of the first cycle in its own order, then those of the second.
 * Used by several threads at a time.
 */
final class StrataSchedule implements Serializable {
    private static final long serialVersionUID = 1L;

    private final Strata strata;
    private final int cycles;
    private final long key;

    StrataSchedule(int blocks, int cycles, long key) {
        this.strata = new Strata(blocks);
        this.cycles = cycles;
        this.key = key;
    }

    int blocks() {
        return strata.blocks();
    }

    /** The number of strata of all cycles. */
    long strata() {
        return (long) cycles * blocks();
    }

    int cycle(long stratum) {
        return (int) (stratum / blocks());
    }

    /** The number of strata of all cycles up to the end of this one. */
    long end(int cycle) {
        return (cycle + 1L) * blocks();
    }

    BlockVisit visit(long stratum, int rowBlock) {
        return new BlockVisit(cycle(stratum), rowBlock, strata.columnBlock(shift(stratum), rowBlock));
    }

    /** The row block that meets {@code columnBlock} in {@code stratum}. */
    int rowBlock(long stratum, int columnBlock) {
        return strata.rowBlock(shift(stratum), columnBlock);
    }

    private int shift(long stratum) {
        return strata.order(CounterRandom.at(key, cycle(stratum)), (int) (stratum % blocks()));
    }
}
