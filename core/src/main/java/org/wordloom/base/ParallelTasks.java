package org.wordloom.base;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.IntConsumer;
import java.util.function.Supplier;

/** Runs numbered tasks on a few threads; the calling thread is one of them. */
public final class ParallelTasks {
    private ParallelTasks() {}

    /**
     * Runs tasks 0 … {@code tasks - 1}. The first failure stops the other threads at their next task and is rethrown.
     *
     * @param threads how many run at once, at least 1
     * @param name of the other threads, which are numbered from 1
     * @param worker makes what runs tasks, once a thread
     */
    public static void run(int threads, int tasks, String name, Supplier<IntConsumer> worker) {
        AtomicInteger next = new AtomicInteger();
        AtomicReference<Throwable> failure = new AtomicReference<>();
        Runnable loop = () -> work(next, tasks, worker, failure);
        Thread[] others = new Thread[Math.max(0, Math.min(threads, tasks) - 1)];
        for (int i = 0; i < others.length; i++) {
            others[i] = new Thread(loop, name + "-" + (i + 1));
            others[i].start();
        }
        loop.run();
        join(others);
        rethrow(failure.get());
    }

    private static void work(
            AtomicInteger next, int tasks, Supplier<IntConsumer> worker, AtomicReference<Throwable> failure) {
        try {
            IntConsumer consumer = worker.get();
            for (int task = next.getAndIncrement(); task < tasks; task = next.getAndIncrement()) {
                if (failure.get() != null) {
                    return;
                }
                consumer.accept(task);
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
