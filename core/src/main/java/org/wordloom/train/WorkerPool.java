package org.wordloom.train;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.CompletionService;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/** Runs the workers on threads of their own until all are done. The first failure stops all of them. */
final class WorkerPool {
    private static final long REPORT_MILLIS = 250;

    private final List<Worker> workers;
    private final WorkQueue queue;

    WorkerPool(List<Worker> workers, WorkQueue queue) {
        this.workers = workers;
        this.queue = queue;
    }

    /** Reports to the monitor while the workers run; rethrows what a worker threw, an Error included. */
    void run(TrainingMonitor monitor) throws IOException, InterruptedException {
        ExecutorService threads = Executors.newFixedThreadPool(workers.size(), WorkerPool::daemon);
        try {
            CompletionService<Void> results = new ExecutorCompletionService<>(threads);
            workers.forEach(results::submit);
            await(results, monitor);
        } finally {
            queue.stop();
            threads.shutdown();
            threads.awaitTermination(1, TimeUnit.MINUTES);
        }
        monitor.report();
    }

    private void await(CompletionService<Void> results, TrainingMonitor monitor)
            throws IOException, InterruptedException {
        int running = workers.size();
        while (running > 0) {
            Future<Void> done = results.poll(REPORT_MILLIS, TimeUnit.MILLISECONDS);
            if (done == null) {
                monitor.report();
            } else {
                rethrowFailure(done);
                running--;
            }
        }
    }

    private static void rethrowFailure(Future<Void> done) throws IOException, InterruptedException {
        try {
            done.get();
        } catch (ExecutionException e) {
            Throwable cause = e.getCause();
            if (cause instanceof IOException failure) {
                throw failure;
            }
            if (cause instanceof RuntimeException failure) {
                throw failure;
            }
            if (cause instanceof Error failure) {
                throw failure;
            }
            throw new IllegalStateException("a training thread failed", cause);
        }
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "wordloom-train");
        thread.setDaemon(true);
        return thread;
    }
}
