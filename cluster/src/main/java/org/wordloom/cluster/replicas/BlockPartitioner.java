package org.wordloom.cluster.replicas;

import org.apache.spark.Partitioner;

/**
 * Deals blocks to partitions in turn, so that frequent rows, which all replicas change, spread over all of them. One more
 * partition, the last, takes the replicas' reports.
 */
final class BlockPartitioner extends Partitioner {
    /** The key of reports. */
    static final int REPORTS = -1;

    private static final long serialVersionUID = 1L;

    private final int partitions;

    /** @param partitions of blocks */
    BlockPartitioner(int partitions) {
        this.partitions = partitions;
    }

    int reports() {
        return partitions;
    }

    @Override
    public int numPartitions() {
        return partitions + 1;
    }

    @Override
    public int getPartition(Object key) {
        int block = (Integer) key;
        return block == REPORTS ? partitions : block % partitions;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof BlockPartitioner that && that.partitions == partitions;
    }

    @Override
    public int hashCode() {
        return partitions;
    }
}
