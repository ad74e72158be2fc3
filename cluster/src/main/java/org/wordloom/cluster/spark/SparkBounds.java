package org.wordloom.cluster.spark;

import java.util.Optional;
import org.wordloom.base.ExitCode;
import org.wordloom.base.WordloomException;

/** What Spark bounds of the bytes that travel, until it is told otherwise: the results of tasks, and one task. */
final class SparkBounds {
    private static final String RESULT_SIZE = "spark.driver.maxResultSize";
    private static final String TASK_SIZE = "spark.rpc.message.maxSize";

    private SparkBounds() {}

    /** The error for a run that Spark ended at one of its bounds; empty for any other end. */
    static Optional<WordloomException> exceeded(String message, Throwable failure) {
        if (message.contains(RESULT_SIZE)) {
            return Optional.of(raise(
                    "tasks have more to tell the driver than it takes",
                    message,
                    "--conf " + RESULT_SIZE
                            + "=SIZE and --driver-memory, or ask for less (a larger --min-count, a lower"
                            + " --max-size, fewer and larger files)",
                    failure));
        }
        if (message.contains(TASK_SIZE)) {
            return Optional.of(raise(
                    "a task is larger than Spark sends",
                    message,
                    "--conf " + TASK_SIZE + "=MEGABYTES (up to 2047), or have the text in fewer and larger files",
                    failure));
        }
        return Optional.empty();
    }

    private static WordloomException raise(String what, String message, String remedy, Throwable failure) {
        return new WordloomException(
                ExitCode.ENVIRONMENT, what + " (" + message + "): raise the bound by " + remedy, failure);
    }
}
