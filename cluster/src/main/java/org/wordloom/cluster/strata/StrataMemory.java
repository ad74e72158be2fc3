package org.wordloom.cluster.strata;

import java.util.Locale;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.storage.StorageLevel;
import org.wordloom.base.ExitCode;
import org.wordloom.base.WordloomException;
import org.wordloom.blocks.Side;
import org.wordloom.cluster.spark.ExecutorCores;
import org.wordloom.cluster.spark.ExecutorCount;
import org.wordloom.cluster.spark.HeapShare;

/**
 * What a model's blocks need, and what a heap has for them.
 *
 * @param modelBytes of all blocks of both sides
 * @param largestBytes of the largest block
 * @param visitBytes that a visit needs beside its blocks
 * @param sharedBytes that all visits of a JVM need together, beside their own
 * @param blocks P
 */
public record StrataMemory(long modelBytes, long largestBytes, long visitBytes, long sharedBytes, int blocks) {
    /** A block becomes one Java array. */
    private static final long MOST_BYTES = Integer.MAX_VALUE - 64;

    public static StrataMemory of(StrataModel<?> model) {
        long sum = 0;
        long largest = 0;
        for (int block = 0; block < model.blocks(); block++) {
            for (Side side : Side.values()) {
                long bytes = model.heapBytes(side, block);
                sum = Math.addExact(sum, bytes);
                largest = Math.max(largest, bytes);
            }
        }
        return new StrataMemory(sum, largest, model.visitBytes(), model.sharedBytes(), model.blocks());
    }

    /** Bytes that this JVM's heap has for training. */
    public static long usableHere() {
        return HeapShare.usable(Runtime.getRuntime().maxMemory());
    }

    /** Bytes that all blocks take, and this many visits beside them. */
    public long inOneJvm(int visits) {
        return modelBytes + sharedBytes + Math.min(visits, blocks) * visitBytes;
    }

    /** Whether this JVM can hold all blocks. */
    boolean fitsHere(int visits) {
        return inOneJvm(visits) <= usableHere();
    }

    /** ENVIRONMENT error with the arithmetic when executors cannot hold the visits that they run at once. */
    void requireExecutors(JavaSparkContext spark) {
        requireHeap(ExecutorCores.heapBytes(spark), visitsAtOnce(spark));
    }

    /**
     * Where blocks wait between strata: in the executors' memory where that has room for those of two strata beside the
     * visits, for which Spark makes no room by itself; else on their disks.
     */
    StorageLevel storage(JavaSparkContext spark) {
        return storage(ExecutorCores.heapBytes(spark), visitsAtOnce(spark), ExecutorCount.of(spark));
    }

    StorageLevel storage(long heap, int visits, int executors) {
        boolean fits = together(visits) + 2 * modelBytes / executors <= HeapShare.usable(heap);
        return fits ? StorageLevel.MEMORY_AND_DISK() : StorageLevel.DISK_ONLY();
    }

    private int visitsAtOnce(JavaSparkContext spark) {
        return Math.min(blocks, ExecutorCores.tasksAtOnce(spark));
    }

    /** Bytes that so many visits at once take with their blocks. */
    private long together(int visits) {
        return visits * visit() + sharedBytes;
    }

    /** Bytes that a visit takes with its blocks. */
    private long visit() {
        return 2 * StrataCost.COPIES * largestBytes + visitBytes;
    }

    void requireHeap(long heap, int visits) {
        long visit = visit();
        long all = together(visits);
        if (largestBytes <= MOST_BYTES && all <= HeapShare.usable(heap)) {
            return;
        }
        throw new WordloomException(
                ExitCode.ENVIRONMENT,
                String.format(
                        Locale.ROOT,
                        "%d blocks are too few for this memory: a visit holds two blocks of up to %,d MB in %d copies (as"
                                + " they came, in training, as they leave) and %,d MB beside them, %,d MB in all; %d"
                                + " visits at once need %,d MB, %,d MB of them for what they share, but of a heap of %,d MB %,d MB are for them (and a block"
                                + " is at most 2,047 MB): use more --blocks, fewer cores an executor, or more"
                                + " --executor-memory (--driver-memory on a local master)",
                        blocks,
                        HeapShare.megabytes(largestBytes),
                        StrataCost.COPIES,
                        HeapShare.megabytes(visitBytes),
                        HeapShare.megabytes(visit),
                        visits,
                        HeapShare.megabytes(all),
                        HeapShare.megabytes(sharedBytes),
                        HeapShare.megabytes(heap),
                        HeapShare.megabytes(HeapShare.usable(heap))));
    }
}
