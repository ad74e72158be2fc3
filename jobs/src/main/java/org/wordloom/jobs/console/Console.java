package org.wordloom.jobs.console;

import java.io.PrintStream;
import java.util.Locale;
import org.wordloom.base.Progress;

/** Where a command writes: results to the standard output, everything else to the standard error. */
public final class Console {
    private final PrintStream out;
    private final PrintStream err;
    private final boolean quiet;
    private final ProgressDisplay progress;

    /**
     * @param terminal whether the standard error is a terminal that a person watches
     * @param quiet neither notes nor progress
     */
    public Console(PrintStream out, PrintStream err, boolean terminal, boolean quiet) {
        this.out = out;
        this.err = err;
        this.quiet = quiet;
        this.progress = new ProgressDisplay(err, terminal, System::nanoTime);
    }

    /** A line of the result. */
    public void result(String format, Object... arguments) {
        progress.clear();
        out.println(arguments.length == 0 ? format : String.format(Locale.ROOT, format, arguments));
        out.flush();
    }

    /** A part of a line of results that is too long to be made first; {@code result("")} ends the line. */
    public void part(String text) {
        progress.clear();
        out.print(text);
    }

    /** A line about what happens, unless quiet. */
    public void note(String format, Object... arguments) {
        if (!quiet) {
            progress.clear();
            err.println(MessageText.of(arguments.length == 0 ? format : String.format(Locale.ROOT, format, arguments)));
        }
    }

    /** A line that the user should see even when quiet. */
    public void warn(String message) {
        progress.clear();
        err.println("wordloom: warning: " + MessageText.of(message));
    }

    /** Ends the live line, if there is one. */
    public void endProgress() {
        progress.clear();
    }

    /** Shows progress, unless quiet. */
    public Progress.Listener progress() {
        return quiet ? Progress.Listener.none() : progress;
    }
}
