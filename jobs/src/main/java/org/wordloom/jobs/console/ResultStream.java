package org.wordloom.jobs.console;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * The standard output. A reader that has enough, such as {@code head}, closes the pipe: what follows is dropped without a
 * word. Any other failure stays to be found, in {@link PrintStream#checkError}.
 */
public final class ResultStream extends FilterOutputStream {
    private boolean unread;

    private ResultStream(OutputStream out) {
        super(out);
    }

    /** A stream of UTF-8 to print results on. */
    public static PrintStream on(OutputStream out) {
        return new PrintStream(new ResultStream(out), true, StandardCharsets.UTF_8);
    }

    @Override
    public void write(int b) throws IOException {
        write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
        if (unread) {
            return;
        }
        try {
            out.write(bytes, from, length);
        } catch (IOException e) {
            unread = isBrokenPipe(e);
            if (!unread) {
                throw e;
            }
        }
    }

    /** Java has no exception of its own for it, only the system's words. */
    private static boolean isBrokenPipe(IOException failure) {
        return String.valueOf(failure.getMessage()).toLowerCase(Locale.ROOT).contains("broken pipe");
    }
}
