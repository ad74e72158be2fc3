package org.wordloom.cluster.strata;

import java.io.Serializable;
import org.wordloom.cluster.checkpoint.LossSum;

/**
 * What a visit leaves on its executor: both blocks as bytes. Spark repeats tasks and runs them twice; since blocks are
 * read from bytes before they are trained, no attempt changes what another reads.
 *
 * <p>A class and not a record, so that any of Spark's serialisers can carry it.
 */
final class VisitedBlocks implements Serializable {
    private static final long serialVersionUID = 1L;

    private final int rowBlock;
    private final int columnBlock;
    private final byte[] rows;
    private final byte[] columns;
    private final LossSum outcome;

    VisitedBlocks(int rowBlock, int columnBlock, byte[] rows, byte[] columns, LossSum outcome) {
        this.rowBlock = rowBlock;
        this.columnBlock = columnBlock;
        this.rows = rows;
        this.columns = columns;
        this.outcome = outcome;
    }

    int rowBlock() {
        return rowBlock;
    }

    int columnBlock() {
        return columnBlock;
    }

    byte[] rows() {
        return rows;
    }

    byte[] columns() {
        return columns;
    }

    LossSum outcome() {
        return outcome;
    }
}
