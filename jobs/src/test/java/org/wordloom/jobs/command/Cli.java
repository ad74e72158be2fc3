package org.wordloom.jobs.command;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.wordloom.base.ExitCode;

/**
 * What a run of the program gave.
 *
 * @param exitCode its end
 * @param out its standard output
 * @param err its standard error
 */
record Cli(ExitCode exitCode, String out, String err) {
    static Cli run(String... arguments) {
        return run(Map.of(), arguments);
    }

    static Cli run(Map<String, String> environment, String... arguments) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        ExitCode code = new Commands(stream(out), stream(err), environment).run(List.of(arguments));
        return new Cli(code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    private static PrintStream stream(ByteArrayOutputStream bytes) {
        return new PrintStream(bytes, true, StandardCharsets.UTF_8);
    }
}
