package org.wordloom.jobs;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.wordloom.jobs.command.Commands;

/** The program: {@code wordloom COMMAND …}, under spark-submit or as a plain JVM. */
public final class Wordloom {
    private Wordloom() {}

    public static void main(String[] arguments) {
        PrintStream out = utf8(FileDescriptor.out);
        PrintStream err = utf8(FileDescriptor.err);
        int status =
                new Commands(out, err, System.getenv()).run(List.of(arguments)).status();
        out.flush();
        err.flush();
        // Always, so that a library's forgotten thread cannot keep the process alive.
        System.exit(status);
    }

    /** Words are UTF-8 whatever the locale says. */
    private static PrintStream utf8(FileDescriptor descriptor) {
        return new PrintStream(new FileOutputStream(descriptor), true, StandardCharsets.UTF_8);
    }
}
