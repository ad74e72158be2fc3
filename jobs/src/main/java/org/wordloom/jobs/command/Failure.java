package org.wordloom.jobs.command;

import java.io.PrintStream;
import org.wordloom.base.Causes;
import org.wordloom.base.ExitCode;
import org.wordloom.base.WordloomException;
import org.wordloom.cluster.spark.SparkRun;
import org.wordloom.jobs.console.MessageText;

/**
 * How a failure ends the program.
 *
 * @param cause what was thrown
 * @param known the user's failure within it, or null for a bug
 */
record Failure(Throwable cause, WordloomException known) {
    /** Looks through the wrappers that Spark and thread pools put around what was thrown. */
    static Failure of(Throwable thrown) {
        WordloomException known = Causes.of(thrown)
                .filter(WordloomException.class::isInstance)
                .map(WordloomException.class::cast)
                .findFirst()
                .or(() -> SparkRun.ofSpark(thrown))
                .orElse(null);
        return new Failure(thrown, known);
    }

    ExitCode report(PrintStream err, boolean verbose) {
        err.println("wordloom: " + MessageText.of(line()));
        if (verbose || exitCode() == ExitCode.INTERNAL) {
            cause.printStackTrace(err);
        }
        return exitCode();
    }

    private String line() {
        return switch (exitCode()) {
            case INTERNAL ->
                "unexpected failure, a bug in Wordloom or in a library: "
                        + (known != null ? known.getMessage() : cause);
            case ENVIRONMENT -> known != null ? known.getMessage() : environment();
            case INTERRUPTED -> "interrupted";
            default -> known.getMessage();
        };
    }

    private ExitCode exitCode() {
        if (known != null) {
            return known.exitCode();
        }
        if (cause instanceof InterruptedException) {
            return ExitCode.INTERRUPTED;
        }
        boolean machine = cause instanceof OutOfMemoryError || cause instanceof LinkageError;
        return machine ? ExitCode.ENVIRONMENT : ExitCode.INTERNAL;
    }

    private String environment() {
        return cause instanceof OutOfMemoryError
                ? "out of memory (" + cause.getMessage() + "): give a larger heap, with bin/wordloom --driver-memory"
                : "a library is missing (" + cause + "): start through bin/wordloom or spark-submit";
    }
}
