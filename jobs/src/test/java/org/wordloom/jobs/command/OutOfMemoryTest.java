package org.wordloom.jobs.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wordloom.base.ExitCode;

/** Spark ends a JVM in which a task has no memory with a status of its own: needs a JVM to end. */
@Tag("cluster")
class OutOfMemoryTest {
    @TempDir
    private Path folder;

    @Test
    void aTaskWithoutMemoryEndsWithItsLineAndTheStatusOfTheEnvironment() throws IOException, InterruptedException {
        Path log = folder.resolve("log");
        Process process = new ProcessBuilder(command())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        boolean ended = process.waitFor(2, TimeUnit.MINUTES);
        process.destroyForcibly().waitFor();
        String printed = Files.readString(log);
        assertThat(ended).as(printed).isTrue();
        assertThat(printed).contains("wordloom: a task ran out of memory (Java heap space)", "--driver-memory");
        assertThat(process.exitValue()).as(printed).isEqualTo(ExitCode.ENVIRONMENT.status());
    }

    private static List<String> command() {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        for (String flag : ManagementFactory.getRuntimeMXBean().getInputArguments()) {
            if (flag.startsWith("--add") || flag.startsWith("--enable")) {
                command.add(flag);
            }
        }
        String classPath = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        command.addAll(List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xmx600m", "-cp", classPath));
        command.addAll(List.of("-Dspark.master=local[2]", OutOfMemoryProgram.class.getName()));
        return command;
    }
}
