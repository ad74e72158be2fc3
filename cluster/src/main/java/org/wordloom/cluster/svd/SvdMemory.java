package org.wordloom.cluster.svd;

import java.util.Locale;
import org.apache.spark.api.java.JavaSparkContext;
import org.wordloom.base.ExitCode;
import org.wordloom.base.WordloomException;
import org.wordloom.cluster.spark.ExecutorCores;
import org.wordloom.cluster.spark.HeapShare;
import org.wordloom.matrix.RowMatrix;

/**
 * What a decomposition needs, and what a heap has for it.
 *
 * @param heap of an executor, in bytes
 * @param isLocal whether that is the driver's heap
 * @param tasks of an executor at a time
 * @param taskBytes what a task holds: two dense blocks, one block of counts in the three forms it passes through, two
 *     small matrices
 * @param tallBytes of all tall matrices that live at a time
 * @param modelBytes of the model that is put together at the end, and of what its vector files need beside it
 */
record SvdMemory(long heap, boolean isLocal, int tasks, long taskBytes, long tallBytes, long modelBytes) {
    /** What of the heap tall matrices may take where they are handed over by reference. */
    private static final double TALL_SHARE = 0.25;
    /** Operand, product, basis, and one that is being dropped. */
    private static final int TALL_MATRICES = 4;
    /** Row, column and value of a cell; column and value in the matrix and in its transpose. */
    private static final int BYTES_PER_CELL = 12 + 8 + 8;

    static SvdMemory of(JavaSparkContext spark, PmiSource source, SvdPlan plan) {
        int words = source.vocabulary().size();
        int width = plan.options().width(words);
        long small = (long) width * RowMatrix.stride(width) * Double.BYTES;
        return new SvdMemory(
                ExecutorCores.heapBytes(spark),
                ExecutorCores.of(spark).isLocal(),
                Math.min(source.partition().blocks(), ExecutorCores.tasksAtOnce(spark)),
                2 * RowMatrix.bytes(source.partition().largestSize(), width)
                        + BYTES_PER_CELL * source.largestEntries()
                        + 2 * small,
                TALL_MATRICES * RowMatrix.bytes(words, width),
                2 * RowMatrix.bytes(words, plan.options().dim()));
    }

    /** Whether tall matrices stay in the one JVM that there is, instead of in files. */
    boolean inMemory() {
        return isLocal && tallBytes <= heap * TALL_SHARE;
    }

    /** What an executor may keep of the matrix between passes. */
    long cacheBytes() {
        return Math.max(0, usable() - tasks * taskBytes - (inMemory() ? tallBytes : 0));
    }

    /** ENVIRONMENT error with the arithmetic when tasks, or the finished model, will not fit. */
    void require() {
        if (tasks * taskBytes > usable()) {
            throw tooLittle(
                    "%d tasks at a time need %,d MB each, for two dense blocks and one of counts: use an artefact of more"
                            + " blocks, fewer cores an executor, or",
                    tasks, HeapShare.megabytes(taskBytes));
        }
        long writing = modelBytes + (inMemory() ? tallBytes / 2 : 0);
        if (writing > heap) {
            throw tooLittle(
                    "the finished model and what its vector files need take %,d MB: lower --dim, or give",
                    HeapShare.megabytes(writing));
        }
    }

    private WordloomException tooLittle(String what, Object... arguments) {
        return new WordloomException(
                ExitCode.ENVIRONMENT,
                String.format(Locale.ROOT, what, arguments)
                        + String.format(
                                Locale.ROOT,
                                " more %s than %,d MB, of which %,d MB are for the decomposition",
                                isLocal ? "--driver-memory" : "--executor-memory",
                                HeapShare.megabytes(heap),
                                HeapShare.megabytes(usable())));
    }

    private long usable() {
        return HeapShare.usable(heap);
    }
}
