package org.wordloom.cluster.cooccurrence;

import java.util.Locale;
import org.wordloom.base.ExitCode;
import org.wordloom.base.WordloomException;
import org.wordloom.cooccurrence.WindowCounter;

/**
 * Refuses what cannot fit before it begins.
 *
 * @param counting memory of the tasks that count
 * @param writing memory of the tasks that write cells
 * @param heapBytes of an executor
 */
record MemoryCheck(CountingMemory counting, CountingMemory writing, long heapBytes) {
    /** Row, column and value of a cell; the arrays grow by half, and the last time both old and new are there. */
    static final int CELL_BYTES = 12 * 5 / 2;

    /**
     * ENVIRONMENT error, with the arithmetic, when counting or writing needs more than a task has.
     *
     * @param half whether only one half of a symmetric matrix is kept
     */
    void require(CooccurrencePlan plan, int words, boolean half, CooccurrenceEstimate estimate) {
        requireCounting(plan, words, counting.taskBytes(heapBytes));
        long sums = SumCollector.bytes(words, half);
        requireWriting(plan.blocks(), estimate.largestCells(), sums, writing.taskBytes(heapBytes));
    }

    private void requireCounting(CooccurrencePlan plan, int words, long taskBytes) {
        long least = WindowCounter.leastMemoryBytes(plan.options(), words, plan.blocks());
        if (least > taskBytes) {
            throw refused(
                    "counting %,d words in %d blocks takes %,d MB a task at least, a task has %,d MB of a heap of"
                            + " %,d MB: give the executor more (--executor-memory, or --driver-memory on a local"
                            + " master), use fewer cores of it, or lower --blocks or --max-size",
                    words, plan.blocks(), megabytes(least), taskBytes >> 20, heapBytes >> 20);
        }
    }

    private void requireWriting(int blocks, double cells, long sums, long taskBytes) {
        if (sums > taskBytes) {
            throw refused(
                    "a task that writes cells needs %,d MB for the sums of all words alone, and has %,d MB of a heap of"
                            + " %,d MB: give the executor more memory (--executor-memory, or --driver-memory on a local"
                            + " master), use fewer cores of it, or lower --max-size",
                    megabytes(sums), taskBytes >> 20, heapBytes >> 20);
        }
        double needed = cells * CELL_BYTES;
        long left = taskBytes - sums;
        if (needed > left) {
            throw refused(
                    "%d blocks are too few: the largest block pair may have %,.0f cells of %d bytes while it is written,"
                            + " %,d MB together, a task has %,d MB of a heap of %,d MB, %,d MB of them for the sums of all"
                            + " words; raise --blocks to %d or more, or give the executor more memory"
                            + " (--executor-memory, or --driver-memory on a local master)",
                    blocks,
                    cells,
                    CELL_BYTES,
                    megabytes(needed),
                    taskBytes >> 20,
                    heapBytes >> 20,
                    megabytes(sums),
                    enough(blocks, needed / Math.max(1, left)));
        }
    }

    /** Cells of a block pair fall with the square of P. */
    private static long enough(int blocks, double excess) {
        return (long) Math.ceil(blocks * Math.sqrt(excess) * 1.2);
    }

    private static long megabytes(double bytes) {
        return (long) Math.ceil(bytes / (1 << 20));
    }

    private static WordloomException refused(String format, Object... values) {
        return new WordloomException(ExitCode.ENVIRONMENT, String.format(Locale.ROOT, format, values));
    }
}
