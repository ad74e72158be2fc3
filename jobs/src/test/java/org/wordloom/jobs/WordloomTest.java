package org.wordloom.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.wordloom.base.ExitCode;

/** How the process ends: needs one that may. */
class WordloomTest {
    private static final List<String> YARN = List.of("-Dspark.master=yarn", "-Dspark.submit.deployMode=cluster");

    @Test
    void aSuccessReturnsToAnApplicationMasterWhichWouldTakeAnExitForAFailure()
            throws IOException, InterruptedException {
        assertThat(run(YARN, "--version")).contains("returned", "status 0");
        assertThat(run(List.of("-Dspark.master=yarn"), "--version"))
                .contains("status 0")
                .doesNotContain("returned");
    }

    @Test
    void aFailureEndsTheProcessThereToo() throws IOException, InterruptedException {
        assertThat(run(YARN, "nonsense"))
                .contains("status " + ExitCode.USAGE.status())
                .doesNotContain("returned");
    }

    private static String run(List<String> options, String argument) throws IOException, InterruptedException {
        String classPath = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        List<String> command = Stream.of(
                        List.of(Path.of(System.getProperty("java.home"), "bin", "java")
                                .toString()),
                        options,
                        List.of(
                                "-XX:TieredStopAtLevel=1",
                                "-cp",
                                classPath,
                                ReturningProgram.class.getName(),
                                argument))
                .flatMap(List::stream)
                .toList();
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
        return printed + "status " + process.exitValue();
    }
}
