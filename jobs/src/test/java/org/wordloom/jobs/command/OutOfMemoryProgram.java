package org.wordloom.jobs.command;

import java.util.List;
import org.wordloom.cluster.spark.SparkRun;
import org.wordloom.jobs.console.Console;
import org.wordloom.jobs.session.Session;

/** A command on a local master, one of whose tasks wants more memory than there is. */
final class OutOfMemoryProgram {
    private OutOfMemoryProgram() {}

    public static void main(String[] arguments) {
        int status = 0;
        try (Session session = Session.start("test", 0, new Console(System.out, System.err, false, true))) {
            SparkRun.stage("fill", 1, "tasks", key -> session.spark()
                    .parallelize(List.of(1 << 30), 1)
                    .map(length -> new long[length].length)
                    .collect());
        } catch (RuntimeException failure) {
            status = Failure.of(failure).report(System.err, false).status();
        }
        System.exit(status);
    }
}
