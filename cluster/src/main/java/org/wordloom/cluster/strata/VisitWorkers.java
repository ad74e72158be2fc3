package org.wordloom.cluster.strata;

import java.util.concurrent.Callable;
import java.util.concurrent.CompletionService;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/** Runs the same work on several threads until all have ended. The first failure stops the others and is rethrown. */
final class VisitWorkers {
    private static final long TICK_MILLIS = 250;
    private static final long STOP_SECONDS = 30;

    private final int threads;
    private final Callable<Void> work;
    private final Runnable stop;

    /** @param stop makes the other threads end soon */
    VisitWorkers(int threads, Callable<Void> work, Runnable stop) {
        this.threads = threads;
        this.work = work;
        this.stop = stop;
    }

    /** @param tick called a few times a second, from this thread */
    void run(Runnable tick) throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(threads, VisitWorkers::daemon);
        try {
            CompletionService<Void> results = new ExecutorCompletionService<>(pool);
            for (int i = 0; i < threads; i++) {
                results.submit(work);
            }
            await(results, tick);
        } catch (Exception | Error failure) {
            end(pool, failure);
            throw failure;
        } finally {
            pool.shutdown();
        }
    }

    private void await(CompletionService<Void> results, Runnable tick) throws Exception {
        int running = threads;
        while (running > 0) {
            Future<Void> done = results.poll(TICK_MILLIS, TimeUnit.MILLISECONDS);
            tick.run();
            if (done != null) {
                rethrowFailure(done);
                running--;
            }
        }
    }

    private static void rethrowFailure(Future<Void> done) throws Exception {
        try {
            done.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof Exception failure) {
                throw failure;
            }
            if (e.getCause() instanceof Error failure) {
                throw failure;
            }
            throw e;
        }
    }

    private void end(ExecutorService pool, Throwable failure) {
        stop.run();
        pool.shutdownNow();
        try {
            if (!pool.awaitTermination(STOP_SECONDS, TimeUnit.SECONDS)) {
                failure.addSuppressed(new IllegalStateException(
                        "a training thread still runs " + STOP_SECONDS + " seconds after the failure"));
            }
        } catch (InterruptedException e) {
            failure.addSuppressed(e);
            Thread.currentThread().interrupt();
        }
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "wordloom-strata");
        thread.setDaemon(true);
        return thread;
    }
}
