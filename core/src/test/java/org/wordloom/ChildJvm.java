package org.wordloom;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Runs a main class of the tests in a JVM of its own, with other flags than this one has. */
public final class ChildJvm {
    private static final long SECONDS = 300;

    private ChildJvm() {}

    /** The lines that {@code main} printed. A failure or a time-out of the child fails the test. */
    public static List<String> run(List<String> flags, Class<?> main, String... arguments)
            throws IOException, InterruptedException {
        return run(flags, Map.of(), main, arguments);
    }

    /** As above, with more variables in the child's environment. */
    public static List<String> run(
            List<String> flags, Map<String, String> environment, Class<?> main, String... arguments)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(flags);
        command.addAll(List.of("-cp", classPath(), main.getName()));
        command.addAll(List.of(arguments));
        Path output = Files.createTempFile("wordloom-child", ".txt");
        try {
            ProcessBuilder builder = new ProcessBuilder(command).redirectOutput(output.toFile());
            builder.environment().putAll(environment);
            return finish(builder, output);
        } finally {
            Files.delete(output);
        }
    }

    private static List<String> finish(ProcessBuilder builder, Path output) throws IOException, InterruptedException {
        Process process = builder.redirectError(ProcessBuilder.Redirect.INHERIT).start();
        if (!process.waitFor(SECONDS, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new AssertionError("a child JVM did not end within " + SECONDS + " s: " + builder.command());
        }
        List<String> lines = Files.readAllLines(output, StandardCharsets.UTF_8);
        if (process.exitValue() != 0) {
            throw new AssertionError("a child JVM ended with " + process.exitValue() + ": " + lines);
        }
        return lines;
    }

    /** Surefire may hide the real class path behind a jar that holds only a manifest. */
    private static String classPath() {
        return System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    }
}
