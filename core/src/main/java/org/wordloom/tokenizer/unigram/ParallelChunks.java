package org.wordloom.tokenizer.unigram;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.IntConsumer;

/** Runs numbered chunks of work on a few threads; the calling thread is one of them. */
final class ParallelChunks {
    private final int threads;

    ParallelChunks(int threads) {
        this.threads = threads;
    }

    int threads() {
        return threads;
    }

    /** Runs chunks 0 … {@code chunks - 1}. The first failure stops the other threads at their next chunk and is rethrown. */
    void run(int chunks, IntConsumer work) {
        AtomicInteger next = new AtomicInteger();
        AtomicReference<Throwable> failure = new AtomicReference<>();
        Runnable loop = () -> workOff(next, chunks, work, failure);
        Thread[] others = new Thread[Math.max(0, Math.min(threads, chunks) - 1)];
        for (int i = 0; i < others.length; i++) {
            others[i] = new Thread(loop, "unigram-" + (i + 1));
            others[i].start();
        }
        loop.run();
        join(others);
        rethrow(failure.get());
    }

    private static void workOff(AtomicInteger next, int chunks, IntConsumer work, AtomicReference<Throwable> failure) {
        try {
            for (int chunk = next.getAndIncrement(); chunk < chunks; chunk = next.getAndIncrement()) {
                if (failure.get() != null) {
                    return;
                }
                work.accept(chunk);
            }
        } catch (Throwable e) { // kept and rethrown by the calling thread
            failure.compareAndSet(null, e);
        }
    }

    private static void join(Thread[] threads) {
        boolean interrupted = false;
        for (Thread thread : threads) {
            while (thread.isAlive()) {
                try {
                    thread.join();
                } catch (InterruptedException e) {
                    interrupted = true;
                }
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private static void rethrow(Throwable failure) {
        if (failure instanceof RuntimeException runtime) {
            throw runtime;
        }
        if (failure != null) {
            throw (Error) failure;
        }
    }
}
