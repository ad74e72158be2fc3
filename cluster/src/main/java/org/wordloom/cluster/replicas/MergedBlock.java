package org.wordloom.cluster.replicas;

import java.io.Serializable;
import org.wordloom.cluster.spark.TaskOutcome;

/**
 * A block after a merge.
 *
 * <p>A class and not a record, so that any of Spark's serialisers can carry it.
 */
final class MergedBlock implements Serializable {
    private static final long serialVersionUID = 1L;

    private final int block;
    private final byte[] bytes;
    private final TaskOutcome<MergeStatistics> outcome;

    /** @param bytes of the block; after a failure those before the merge */
    MergedBlock(int block, byte[] bytes, TaskOutcome<MergeStatistics> outcome) {
        this.block = block;
        this.bytes = bytes;
        this.outcome = outcome;
    }

    /** A block that was not merged, but made or read. */
    static MergedBlock unmerged(int block, byte[] bytes) {
        return new MergedBlock(block, bytes, TaskOutcome.success(MergeStatistics.NONE));
    }

    int block() {
        return block;
    }

    byte[] bytes() {
        return bytes;
    }

    TaskOutcome<MergeStatistics> outcome() {
        return outcome;
    }
}
