package org.wordloom.cluster.replicas;

import java.io.Serializable;

/**
 * What a replica wants of a block for a round.
 *
 * <p>A class and not a record, so that any of Spark's serialisers can carry it.
 */
final class RowRequest implements Serializable {
    private static final long serialVersionUID = 1L;

    private final int replica;
    private final int[] rows;

    /** @param rows within the block, ascending */
    RowRequest(int replica, int[] rows) {
        this.replica = replica;
        this.rows = rows;
    }

    int replica() {
        return replica;
    }

    int[] rows() {
        return rows;
    }
}
