package org.wordloom.tokenizer.merging;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntConsumer;

/** A few threads that run a numbered task each; the calling thread runs number 0. */
final class Workers implements AutoCloseable {
    private final int count;
    private final ExecutorService others;

    Workers(int count) {
        this.count = count;
        this.others = count == 1 ? null : Executors.newFixedThreadPool(count - 1, Workers::daemon);
    }

    int count() {
        return count;
    }

    /** Runs tasks 0 … {@link #count()} - 1 at once; returns when all are done, rethrows what one threw. */
    void run(IntConsumer task) {
        List<Future<?>> running = new ArrayList<>(count - 1);
        for (int worker = 1; worker < count; worker++) {
            int number = worker;
            running.add(others.submit(() -> task.accept(number)));
        }
        task.accept(0);
        for (Future<?> other : running) {
            await(other);
        }
    }

    @Override
    public void close() {
        if (others != null) {
            others.shutdownNow();
        }
    }

    private static void await(Future<?> other) {
        try {
            other.get();
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
