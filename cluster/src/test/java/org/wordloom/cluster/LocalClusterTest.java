package org.wordloom.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Two executors in JVMs of their own. The driver needs its own JVM too: there is one Spark context a JVM, and Spark's
 * worker takes the executors' class path from an environment variable.
 */
@Tag("cluster")
class LocalClusterTest {
    @TempDir
    private Path folder;

    @Test
    void aClusterGivesWhatOneMachineGives() throws IOException, InterruptedException {
        String text = Texts.random(Seeds.random(LocalClusterTest.class), 3000);
        Path file = Texts.write(folder.resolve("text"), text);
        Texts.write(folder.resolve("text.gz"), "no gzip");
        Map<String, String> local = run("local[2]", file, "local");
        Map<String, String> cluster = run("local-cluster[2,1,1024]", file, "cluster");
        assertThat(cluster).containsEntry("words", local.get("words")).containsEntry("tokens", local.get("tokens"));
        assertThat(cluster).containsEntry("trained", local.get("trained")).containsEntry("committed", "2");
        assertThat(cluster.get("failure")).startsWith("INPUT").contains("text.gz");
        assertThat(Long.parseLong(cluster.get("reports"))).isGreaterThan(6);
    }

    private Map<String, String> run(String master, Path text, String name) throws IOException, InterruptedException {
        Path log = folder.resolve(name + ".log");
        ProcessBuilder builder = new ProcessBuilder(command(master, text, folder.resolve(name)));
        Path home = Files.createDirectories(folder.resolve("spark-home/jars")).getParent();
        builder.environment().put("SPARK_HOME", home.toString());
        builder.environment().put("SPARK_SCALA_VERSION", "2.13");
        builder.environment().put("SPARK_LOCAL_IP", "127.0.0.1");
        builder.directory(folder.toFile()).redirectErrorStream(true).redirectOutput(log.toFile());
        Process process = builder.start();
        boolean ended = process.waitFor(3, TimeUnit.MINUTES);
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

    private static List<String> command(String master, Path text, Path output) {
        String classPath = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        for (String flag : ManagementFactory.getRuntimeMXBean().getInputArguments()) {
            if (flag.startsWith("--add") || flag.startsWith("-XX") || flag.startsWith("--enable")) {
                command.add(flag);
            }
        }
        command.addAll(List.of("-Xmx1g", "-cp", classPath, LocalClusterProgram.class.getName()));
        command.addAll(List.of(master, text.toString(), output.toString(), classPath));
        return command;
    }
}
