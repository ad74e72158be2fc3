package org.wordloom.cluster.cooccurrence;

import org.apache.spark.Partitioner;
import org.wordloom.cooccurrence.BucketNumbers;

/** Sends a segment to the reduce task of its bucket: each has the buckets of consecutive files. */
final class SegmentPartitioner extends Partitioner {
    private static final long serialVersionUID = 1L;

    private final BucketNumbers buckets;
    private final int tasks;

    /** @param tasks at most as many as there are files */
    SegmentPartitioner(BucketNumbers buckets, int tasks) {
        this.buckets = buckets;
        this.tasks = tasks;
    }

    @Override
    public int numPartitions() {
        return tasks;
    }

    @Override
    public int getPartition(Object key) {
        int file = buckets.fileOf(SegmentKey.bucket((Long) key));
        return (int) ((long) file * tasks / buckets.files());
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof SegmentPartitioner that && that.tasks == tasks && that.buckets.equals(buckets);
    }

    @Override
    public int hashCode() {
        return 31 * buckets.hashCode() + tasks;
    }
}
