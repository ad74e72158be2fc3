package org.wordloom.base;

/**
 * A failure that the user can act on. The message is one clear line: what happened, where (file, line, offset), and
 * what to do. The command line prints it without a stack trace and exits with {@link #exitCode()}.
 */
public final class WordloomException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final ExitCode exitCode;

    public WordloomException(ExitCode exitCode, String message) {
        super(message);
        this.exitCode = exitCode;
    }

    public WordloomException(ExitCode exitCode, String message, Throwable cause) {
        super(message, cause);
        this.exitCode = exitCode;
    }

    public ExitCode exitCode() {
        return exitCode;
    }
}
