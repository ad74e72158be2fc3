package org.wordloom.tokenizer.unigram;

import java.util.function.IntConsumer;
import org.wordloom.base.ParallelTasks;

/**
 * Runs numbered chunks of work, each without state of its thread.
 *
 * @param threads how many run at once
 */
record ParallelChunks(int threads) {
    private static final int RANGE = 1 << 18;

    /** Runs chunks 0 … {@code chunks - 1}; the first failure is rethrown. */
    void run(int chunks, IntConsumer work) {
        ParallelTasks.run(threads, chunks, "unigram", () -> work);
    }

    /** Takes a part of an array. */
    @FunctionalInterface
    interface Range {
        void run(int from, int to);
    }

    /** Runs parts of an array of any {@code length}. */
    void runRanges(int length, Range work) {
        int chunks = (int) ((length - 1L + RANGE) / RANGE);
        run(chunks, i -> work.run(i * RANGE, (int) Math.min(length, (i + 1L) * RANGE)));
    }
}
