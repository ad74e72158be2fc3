package org.wordloom.cluster.spark;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.Serializable;
import java.io.StringWriter;
import java.util.concurrent.Callable;
import org.wordloom.base.ExitCode;
import org.wordloom.base.WordloomException;

/**
 * What a task that had better not be repeated came to. Spark repeats tasks that throw, and a fatal error in one ends its
 * executor; training that diverged or ran out of memory would do so again each time, and output that cannot be written
 * comes after days of training. So such a task returns its failure. What cannot be read is thrown: Spark runs the task
 * anew, perhaps on a machine that can read it, as it does after the loss of an executor.
 *
 * @param result null after a failure
 * @param exitCode {@link ExitCode#OK} after a success
 * @param message one clear line; empty after a success
 * @param trace the stack trace of the failure, for logs
 */
public record TaskOutcome<T extends Serializable>(T result, ExitCode exitCode, String message, String trace)
        implements Serializable {

    public static <T extends Serializable> TaskOutcome<T> success(T result) {
        return new TaskOutcome<>(result, ExitCode.OK, "", "");
    }

    /**
     * Runs an action to its outcome. Interruption is thrown on: Spark itself asked for it.
     *
     * @throws WordloomException INPUT when something cannot be read
     */
    public static <T extends Serializable> TaskOutcome<T> of(Callable<T> action) throws InterruptedException {
        try {
            return success(action.call());
        } catch (InterruptedException e) {
            throw e;
        } catch (Throwable e) { // whatever it is, the driver must hear of it
            return failure(e);
        }
    }

    /**
     * The outcome of an action that threw.
     *
     * @throws WordloomException INPUT when something cannot be read
     */
    public static <T extends Serializable> TaskOutcome<T> failure(Throwable e) {
        if (e instanceof WordloomException unreadable && unreadable.exitCode() == ExitCode.INPUT) {
            throw unreadable;
        }
        if (e instanceof WordloomException known) {
            return failed(known.exitCode(), known.getMessage(), e);
        }
        if (e instanceof IOException) { // writers say themselves what they cannot write
            throw new WordloomException(ExitCode.INPUT, "cannot read the encoded text: " + e, e);
        }
        if (e instanceof OutOfMemoryError) {
            return failed(
                    ExitCode.ENVIRONMENT,
                    "training ran out of memory (" + e.getMessage() + "): give the executor more (--executor-memory, or"
                            + " --driver-memory on a local master), or lower --dim or --max-size",
                    e);
        }
        return failed(ExitCode.TRAINING, "training failed: " + e, e);
    }

    /** The result, or the failure as the exception that it was. */
    public T get() {
        if (exitCode == ExitCode.OK) {
            return result;
        }
        throw new WordloomException(exitCode, message, trace.isEmpty() ? null : new RemoteFailure(trace));
    }

    private static <T extends Serializable> TaskOutcome<T> failed(ExitCode code, String message, Throwable failure) {
        StringWriter trace = new StringWriter();
        failure.printStackTrace(new PrintWriter(trace));
        return new TaskOutcome<>(null, code, message.lines().findFirst().orElse(""), trace.toString());
    }

    /** Carries an executor's stack trace as text. */
    private static final class RemoteFailure extends RuntimeException {
        private static final long serialVersionUID = 1L;

        RemoteFailure(String trace) {
            super("on the executor: " + trace);
        }
    }
}
