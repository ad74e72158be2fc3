package org.wordloom.jobs.console;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/**
 * The standard error until the user interrupts the program: then it says so in one line, and is silent. Spark and its
 * thread pools would print pages about being shut down.
 */
public final class ErrorStream extends FilterOutputStream {
    private final PrintStream stream = new PrintStream(this, true, StandardCharsets.UTF_8);
    private volatile boolean silent;

    public ErrorStream(OutputStream out) {
        super(out);
    }

    /** The stream to print on. */
    public PrintStream stream() {
        return stream;
    }

    /** Takes the place of {@link System#err}, and watches for the end of the JVM until {@link #release}. */
    public Thread guard() {
        System.setErr(stream);
        Thread hook = new Thread(this::interrupted, "say that the run was interrupted");
        Runtime.getRuntime().addShutdownHook(hook);
        return hook;
    }

    /** The run ended by itself. False when the JVM is being ended already. */
    public static boolean release(Thread hook) {
        try {
            return Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException alreadyEnding) {
            return false;
        }
    }

    void interrupted() {
        stream.println();
        stream.println("wordloom: interrupted");
        silent = true;
    }

    @Override
    public void write(int b) throws IOException {
        if (!silent) {
            out.write(b);
        }
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
        if (!silent) {
            out.write(bytes, from, length);
        }
    }
}
