package org.wordloom.cluster;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.Serializable;
import java.io.StringWriter;
import java.util.concurrent.Callable;
import org.wordloom.base.ExitCode;
import org.wordloom.base.WordloomException;

/**
 * What a task that must not be repeated came to. Spark repeats tasks that throw, and a fatal error in one ends its
 * executor; training that diverged or ran out of memory would do so again each time. So such a task returns its failure;
 * only the loss of the executor makes Spark run it anew.
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

    /** Runs an action to its outcome. Interruption is thrown on: Spark itself asked for it. */
    public static <T extends Serializable> TaskOutcome<T> of(Callable<T> action) throws InterruptedException {
        try {
            return success(action.call());
        } catch (InterruptedException e) {
            throw e;
        } catch (WordloomException e) {
            return failed(e.exitCode(), e.getMessage(), e);
        } catch (IOException e) { // writers say themselves what they cannot write
            return failed(ExitCode.INPUT, "cannot read the encoded text: " + e, e);
        } catch (OutOfMemoryError e) {
            return failed(
                    ExitCode.ENVIRONMENT,
                    "training ran out of memory (" + e.getMessage() + "): give the executor more (--executor-memory, or"
                            + " --driver-memory on a local master), or lower --dim or --max-size",
                    e);
        } catch (Throwable e) { // whatever it is, the driver must hear of it
            return failed(ExitCode.TRAINING, "training failed: " + e, e);
        }
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
