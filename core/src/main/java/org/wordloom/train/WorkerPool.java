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
    private static final long STOP_SECONDS = 30;

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
        } catch (IOException | InterruptedException | RuntimeException | Error failure) {
            stop(threads, failure);
            throw failure;
        } finally {
            threads.shutdown();
        }
        monitor.report();
    }

    /** Ends the other workers, also those that wait for a read; what goes wrong meanwhile hides no failure. */
    private void stop(ExecutorService threads, Throwable failure) {
        queue.stop();
        threads.shutdownNow();
        try {
            if (!threads.awaitTermination(STOP_SECONDS, TimeUnit.SECONDS)) {
                failure.addSuppressed(new IllegalStateException(
                        "a training thread still runs " + STOP_SECONDS + " seconds after the failure"));
            }
        } catch (InterruptedException e) {
            failure.addSuppressed(e);
            Thread.currentThread().interrupt();
        }
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
