package org.wordloom.cluster.cooccurrence;

import java.io.Serializable;
import org.wordloom.base.Problems;
import org.wordloom.cooccurrence.BucketNumbers;
import org.wordloom.cooccurrence.CooccurrenceOptions;

/**
 * What to count, and with what.
 *
 * @param options what decides the counts
 * @param blocks P, into how many blocks rows and columns are split: 1 to {@link BucketNumbers#MOST_BLOCKS}
 * @param salt of the partition into blocks
 * @param memoryBytes heap that counting may use of an executor, its tasks together; {@link #SHARE_OF_HEAP} for the usual
 *     share, see {@link CountingMemory}. Never changes
 *     the result
 */
public record CooccurrencePlan(CooccurrenceOptions options, int blocks, long salt, long memoryBytes)
        implements Serializable {
    /** Two fifths of the heap. */
    public static final long SHARE_OF_HEAP = 0;

    /** Less than this and a task would spend its time on runs of a few thousand pairs. */
    public static final long LEAST_BYTES = 4L << 20;

    /** The first partition into blocks, memory as the executor has it. */
    public static CooccurrencePlan of(CooccurrenceOptions options, int blocks) {
        return new CooccurrencePlan(options, blocks, 0, SHARE_OF_HEAP);
    }

    public CooccurrencePlan withMemoryBytes(long value) {
        return new CooccurrencePlan(options, blocks, salt, value);
    }

    /** Adds every value that is out of its range. */
    public void validate(Problems problems) {
        options.validate(problems);
        problems.require(
                blocks >= 1 && blocks <= BucketNumbers.MOST_BLOCKS,
                "--blocks is %d, expected 1 to %d",
                blocks,
                BucketNumbers.MOST_BLOCKS);
        problems.require(
                memoryBytes == SHARE_OF_HEAP || memoryBytes >= LEAST_BYTES,
                "--memory is %d bytes, expected 0 (two fifths of the heap) or %d and more",
                memoryBytes,
                LEAST_BYTES);
    }
}
