package org.wordloom.cluster.pairs;

import org.apache.spark.Partitioner;
import org.wordloom.cluster.cooccurrence.SegmentKey;

/** Sends a segment to the task of its row block. */
final class RowBlockPartitioner extends Partitioner {
    private static final long serialVersionUID = 1L;

    private final int blocks;

    RowBlockPartitioner(int blocks) {
        this.blocks = blocks;
    }

    @Override
    public int numPartitions() {
        return blocks;
    }

    @Override
    public int getPartition(Object key) {
        return SegmentKey.bucket((Long) key) / blocks;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof RowBlockPartitioner that && that.blocks == blocks;
    }

    @Override
    public int hashCode() {
        return blocks;
    }
}
