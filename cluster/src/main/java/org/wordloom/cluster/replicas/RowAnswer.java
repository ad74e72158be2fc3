package org.wordloom.cluster.replicas;

import java.io.Serializable;

/**
 * The rows of a block that a replica asked for, in the order in which it did.
 *
 * <p>A class and not a record, so that any of Spark's serialisers can carry it.
 */
final class RowAnswer implements Serializable {
    private static final long serialVersionUID = 1L;

    private final int block;
    private final float[] values;

    RowAnswer(int block, float[] values) {
        this.block = block;
        this.values = values;
    }

    int block() {
        return block;
    }

    float[] values() {
        return values;
    }
}
