package org.wordloom.tokenizer.merging;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.IntConsumer;

/** A few threads that run a numbered task each; the calling thread runs number 0. */
final class MergeThreads implements AutoCloseable {
    private final int count;
    private final ExecutorService others;

    MergeThreads(int count) {
        this.count = count;
        this.others = count == 1 ? null : Executors.newFixedThreadPool(count - 1, MergeThreads::daemon);
    }

    int count() {
        return count;
    }

    /**
     * Runs tasks 0 … {@link #count()} - 1 at once; returns when all have ended, also where one threw, and rethrows what it
     * threw.
     */
    void run(IntConsumer task) {
        CompletableFuture<?>[] running = new CompletableFuture<?>[count];
        for (int number = 1; number < count; number++) {
            running[number] = start(task, number, others);
        }
        running[0] = start(task, 0, Runnable::run);
        await(CompletableFuture.allOf(running));
    }

    @Override
    public void close() {
        if (others != null) {
            others.shutdownNow();
        }
    }

    private static CompletableFuture<Void> start(IntConsumer task, int number, Executor executor) {
        return CompletableFuture.runAsync(() -> task.accept(number), executor);
    }

    private static void await(CompletableFuture<?> all) {
        try {
            all.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while training a tokenizer", e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException failure) {
                throw failure;
            }
            if (e.getCause() instanceof Error failure) {
                throw failure;
            }
            throw new IllegalStateException(e.getCause());
        }
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "wordloom-merge");
        thread.setDaemon(true);
        return thread;
    }
}
