package org.wordloom.jobs;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.util.List;
import org.wordloom.base.ExitCode;
import org.wordloom.jobs.command.Commands;
import org.wordloom.jobs.console.ErrorStream;
import org.wordloom.jobs.console.ResultStream;

/** The program: {@code wordloom COMMAND …}, under spark-submit or as a plain JVM. */
public final class Wordloom {
    private Wordloom() {}

    public static void main(String[] arguments) {
        // Words are UTF-8 whatever the locale says.
        PrintStream out = ResultStream.on(new FileOutputStream(FileDescriptor.out));
        ErrorStream errors = new ErrorStream(new FileOutputStream(FileDescriptor.err));
        Thread guard = errors.guard();
        int status = new Commands(out, errors.stream(), System.getenv())
                .run(List.of(arguments))
                .status();
        if (ErrorStream.release(guard) && !(status == ExitCode.OK.status() && isApplicationMaster())) {
            // Always, so that a library's forgotten thread cannot keep the process alive.
            System.exit(status);
        }
    }

    /** In YARN's cluster mode this is not our process: it ends by itself, and takes an earlier end for a failure. */
    private static boolean isApplicationMaster() {
        return "yarn".equals(System.getProperty("spark.master"))
                && "cluster".equals(System.getProperty("spark.submit.deployMode"));
    }
}
