package org.wordloom.tokenizer.unigram;

import java.util.function.IntConsumer;
import org.wordloom.base.ParallelTasks;

/**
 * Runs numbered chunks of work, each without state of its thread.
 *
 * @param threads how many run at once
 */
record ParallelChunks(int threads) {
    /** Runs chunks 0 … {@code chunks - 1}; the first failure is rethrown. */
    void run(int chunks, IntConsumer work) {
        ParallelTasks.run(threads, chunks, "unigram", () -> work);
    }
}
