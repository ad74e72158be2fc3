package org.wordloom.cluster.spark;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.apache.spark.api.java.JavaSparkContext;
import org.wordloom.base.Causes;
import org.wordloom.base.ExitCode;
import org.wordloom.base.WordloomException;
import org.wordloom.cluster.progress.ProgressBoard;

/** Runs a stage on Spark with progress, and turns what Spark makes of a task's failure back into one clear line. */
public final class SparkRun {
    /** With which status an executor ends when its heap is full. */
    private static final int OUT_OF_MEMORY = 52;

    private static final String SPARK = "org.apache.spark.";
    private static final String HEAP_FULL = "java.lang.OutOfMemoryError";
    /**
     * What Spark says of the end when executors are lost: a task that ended its executor each time, one that threw for want
     * of memory, or a stage that was begun anew as often as Spark allows since lost executors took its input with them.
     */
    private static final List<String> LOSSES =
            List.of("ExecutorLostFailure", HEAP_FULL, "has failed the maximum allowable number of times");

    /** What Spark says when the application was ended from outside, or its master does not answer. */
    private static final List<String> STOPS = List.of(
            "stopped SparkContext",
            "SparkContext was shut down",
            "SparkContext has been shutdown",
            "Master removed our application",
            "All masters are unresponsive");

    private SparkRun() {}

    /** A stage that is given the key under which its tasks report progress. */
    public interface Stage<T> {
        T run(String progressKey) throws Exception;
    }

    /**
     * Runs a stage. When it returns or throws, what executors still report of it is ignored.
     *
     * @param total units of work, for the progress; negative when unknown
     * @throws WordloomException the user's error within what the stage threw, see {@link #unwrap}
     */
    public static <T> T stage(String name, long total, String unit, Stage<T> stage) {
        ProgressBoard board = ProgressBoard.instance();
        String key = board.begin(name, total, unit);
        try {
            T result = action(() -> stage.run(key));
            board.end();
            return result;
        } finally {
            board.abandon(key); // an Error passes here too; no more than a look where the stage has ended
        }
    }

    /**
     * Runs what Spark does within a stage or outside of any: it declares no exceptions, and throws checked ones too.
     *
     * @throws WordloomException the user's error within what was thrown, see {@link #unwrap}
     */
    public static <T> T action(Callable<T> action) {
        try {
            return action.call();
        } catch (Exception e) {
            throw unwrap(e);
        }
    }

    /** The user's error within Spark's, or an INTERNAL one that names the root cause. */
    public static WordloomException unwrap(Throwable failure) {
        Throwable root = failure;
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof WordloomException known) {
                return known;
            }
            root = cause;
        }
        if (root instanceof OutOfMemoryError) {
            return outOfMemory(root, failure);
        }
        return told(root, failure)
                .orElse(new WordloomException(
                        ExitCode.INTERNAL,
                        "Spark failed: " + root.getClass().getSimpleName() + ": " + firstLine(root),
                        failure));
    }

    private static Optional<WordloomException> told(Throwable root, Throwable failure) {
        return TemporaryFiles.lost(root, failure)
                .or(() -> stopped(failure))
                .or(() -> SparkBounds.exceeded(firstLine(root), failure))
                .or(() -> ExecutorWatch.ended(firstLine(root), failure))
                .or(() -> lostExecutors(firstLine(root), failure));
    }

    /** The error for what Spark made of a failure outside of any stage; empty when Spark has nothing to do with it. */
    public static Optional<WordloomException> ofSpark(Throwable failure) {
        // By its name: commands that need no Spark run without its classes.
        boolean ofSpark =
                Causes.of(failure).anyMatch(cause -> cause.getClass().getName().startsWith(SPARK));
        return ofSpark ? Optional.of(unwrap(failure)) : stopped(failure);
    }

    private static Optional<WordloomException> stopped(Throwable failure) {
        return Causes.of(failure)
                .map(SparkRun::firstLine)
                .filter(message -> STOPS.stream().anyMatch(message::contains))
                .findFirst()
                .map(message -> new WordloomException(
                        ExitCode.ENVIRONMENT,
                        "Spark was stopped during the run (" + message + "): the cluster's master does not answer, or"
                                + " somebody ended the application there; check --master, and run again, training"
                                + " with --resume",
                        failure));
    }

    private static String firstLine(Throwable failure) {
        return failure.getMessage() == null
                ? ""
                : failure.getMessage().lines().findFirst().orElse("");
    }

    /** A task on a local master, where it does not end the JVM. */
    private static WordloomException outOfMemory(Throwable error, Throwable failure) {
        return new WordloomException(
                ExitCode.ENVIRONMENT,
                "a task ran out of memory (" + error.getMessage() + "): give a larger heap (--driver-memory on a local"
                        + " master, --executor-memory on others), or use fewer cores of it",
                failure);
    }

    /** A task ended its executor as often as Spark allows: almost always for want of memory. */
    private static Optional<WordloomException> lostExecutors(String message, Throwable failure) {
        boolean outOfMemory = message.contains("exited with code " + OUT_OF_MEMORY) || message.contains(HEAP_FULL);
        return LOSSES.stream()
                .filter(message::contains)
                .findFirst()
                .map(loss -> new WordloomException(
                        ExitCode.ENVIRONMENT,
                        (outOfMemory ? "executors ran out of memory" : "executors were lost") + " again and again ("
                                + message.substring(message.indexOf(loss))
                                + "): give them more (--executor-memory, or --driver-memory on a local master, and"
                                + " spark.executor.memoryOverhead where a container kills them) or fewer cores each, and"
                                + " run again, training with --resume",
                        failure));
    }

    /** Cores of the whole cluster, as far as Spark knows them. */
    public static int cores(JavaSparkContext spark) {
        return Math.max(1, spark.defaultParallelism());
    }
}
