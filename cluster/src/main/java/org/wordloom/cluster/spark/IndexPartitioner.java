package org.wordloom.cluster.spark;

import org.apache.spark.Partitioner;

/** Sends a pair to the partition that its key names. */
public final class IndexPartitioner extends Partitioner {
    private static final long serialVersionUID = 1L;

    private final int partitions;

    public IndexPartitioner(int partitions) {
        this.partitions = partitions;
    }

    @Override
    public int numPartitions() {
        return partitions;
    }

    @Override
    public int getPartition(Object key) {
        return (Integer) key;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof IndexPartitioner that && that.partitions == partitions;
    }

    @Override
    public int hashCode() {
        return partitions;
    }
}
