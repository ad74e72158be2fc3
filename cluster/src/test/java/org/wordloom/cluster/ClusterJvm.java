package org.wordloom.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/**
 * Runs a Spark driver in a JVM of its own, which local-cluster masters need: there is one Spark context a JVM, and Spark's
 * worker takes the executors' class path from an environment variable.
 *
 * @param folder for logs and what Spark leaves
 */
public record ClusterJvm(Path folder) {
    /**
     * Runs a main class with its arguments and, as the last of them, the class path of executors.
     *
     * @return the "key=value" lines that it printed; a failure fails the test
     */
    public Map<String, String> run(Class<?> main, String... arguments) throws IOException, InterruptedException {
        Path log = Files.createTempFile(folder, "driver", ".log");
        Process process = start(main, log, arguments);
        boolean ended = process.waitFor(20, TimeUnit.MINUTES);
        process.destroyForcibly().waitFor();
        List<String> lines = Files.readAllLines(log, StandardCharsets.UTF_8);
        assertThat(ended && process.exitValue() == 0)
                .as(String.join("\n", lines))
                .isTrue();
        return lines.stream()
                .filter(line -> line.matches("[a-z]+=.*"))
                .map(line -> line.split("=", 2))
                .collect(Collectors.toMap(pair -> pair[0], pair -> pair[1]));
    }

    /** Starts a main class, whose output goes to a file. */
    public Process start(Class<?> main, Path log, String... arguments) throws IOException {
        List<String> all = new ArrayList<>(Arrays.asList(arguments));
        all.add(classPath());
        ProcessBuilder builder = new ProcessBuilder(command(main, all));
        Path home = Files.createDirectories(folder.resolve("spark-home/jars")).getParent();
        builder.environment().put("SPARK_HOME", home.toString());
        builder.environment().put("SPARK_SCALA_VERSION", "2.13");
        builder.environment().put("SPARK_LOCAL_IP", "127.0.0.1");
        builder.directory(folder.toFile()).redirectErrorStream(true).redirectOutput(log.toFile());
        return builder.start();
    }

    private static List<String> command(Class<?> main, List<String> arguments) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        for (String flag : ManagementFactory.getRuntimeMXBean().getInputArguments()) {
            if (flag.startsWith("--add") || flag.startsWith("-XX") || flag.startsWith("--enable")) {
                command.add(flag);
            }
        }
        command.addAll(List.of("-Xmx1g", "-cp", classPath(), main.getName()));
        command.addAll(arguments);
        return command;
    }

    private static String classPath() {
        return System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    }
}
