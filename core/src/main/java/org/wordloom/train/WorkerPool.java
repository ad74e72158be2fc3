package org.wordloom.train;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletionService;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/** Runs the workers on threads of their own until all are done. The first failure stops all of them. */
public final class WorkerPool {
    private static final long REPORT_MILLIS = 250;
    private static final long STOP_SECONDS = 30;

    private final List<? extends Callable<?>> workers;
    private final Runnable stop;
    private final Runnable report;

    /**
     * @param workers a thread each
     * @param stop tells workers that do not wait to end early; called after a failure
     * @param report called a few times a second while they run, and after the last has ended
     */
    public WorkerPool(List<? extends Callable<?>> workers, Runnable stop, Runnable report) {
        this.workers = workers;
        this.stop = stop;
        this.report = report;
    }

    /** Returns when all workers are done; rethrows what a worker threw, an Error included. */
    public void run() throws IOException, InterruptedException {
        ExecutorService threads = Executors.newFixedThreadPool(workers.size(), WorkerPool::daemon);
        try {
            CompletionService<Object> results = new ExecutorCompletionService<>(threads);
            workers.forEach(worker -> results.submit(worker::call));
            await(results);
        } catch (IOException | InterruptedException | RuntimeException | Error failure) {
            stopAll(threads, failure);
            throw failure;
        } finally {
            threads.shutdown();
        }
        report.run();
    }

    /** Ends the other workers, also those that wait for a read; what goes wrong meanwhile hides no failure. */
    private void stopAll(ExecutorService threads, Throwable failure) {
        stop.run();
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

    private void await(CompletionService<Object> results) throws IOException, InterruptedException {
        int running = workers.size();
        while (running > 0) {
            Future<Object> done = results.poll(REPORT_MILLIS, TimeUnit.MILLISECONDS);
            if (done == null) {
                report.run();
            } else {
                rethrowFailure(done);
                running--;
            }
        }
    }

    private static void rethrowFailure(Future<Object> done) throws IOException, InterruptedException {
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
