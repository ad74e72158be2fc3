package org.wordloom.jobs.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wordloom.jobs.Wordloom;
import org.wordloom.opencl.DeviceType;
import org.wordloom.opencl.OpenClDevice;

/** The command in JVMs of its own: a driver stays in a process once it is loaded. */
class DevicesCommandTest {
    @TempDir
    private Path folder;

    @Test
    void sparkIsToldOfGpusByTheirAddresses() {
        assertThat(DevicesCommand.resource(List.of())).isEqualTo("{\"name\":\"gpu\",\"addresses\":[]}");
        assertThat(DevicesCommand.resource(
                        List.of(device(0, DeviceType.CPU), device(1, DeviceType.GPU), device(2, DeviceType.GPU))))
                .isEqualTo("{\"name\":\"gpu\",\"addresses\":[\"1\",\"2\"]}");
    }

    @Test
    void withoutADeviceASentenceIsTheResult() throws Exception {
        Map<String, String> none = Map.of(
                "OCL_ICD_VENDORS", Files.createDirectory(folder.resolve("none")).toString());
        assertThat(run(0, none, "devices"))
                .startsWith("No OpenCL device can be used: ")
                .endsWith(". Wordloom computes on the processor.\n");
        assertThat(run(7, none, "devices", "--require")).contains("install");
        assertThat(run(0, none, "devices", "--spark-resource")).isEqualTo("{\"name\":\"gpu\",\"addresses\":[]}\n");
    }

    @Test
    @Tag("opencl")
    void aDeviceIsListedAndTested() throws Exception {
        Path library = Path.of(System.getProperty("java.home"), "lib", "libjsig.so");
        Map<String, String> chained = Files.exists(library) ? Map.of("LD_PRELOAD", library.toString()) : Map.of();
        assumeTrue(!run(0, chained, "devices", "--list").startsWith("No OpenCL device"), "there is no OpenCL device");
        assertThat(run(0, chained, "devices"))
                .contains("Self-test of device ", "accuracy", "GB/s", "The device works.");
    }

    private String run(int status, Map<String, String> environment, String... arguments) throws Exception {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                // Java 25 warns of libraries that are loaded otherwise; bin/wordloom gives it too.
                "--enable-native-access=ALL-UNNAMED",
                "-XX:+UseG1GC",
                "-Xmx512m",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                Wordloom.class.getName()));
        command.addAll(List.of(arguments));
        Path output = folder.resolve("output.txt");
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile());
        builder.environment().putAll(environment);
        Process process = builder.start();
        assertThat(process.waitFor(120, TimeUnit.SECONDS))
                .as("the command ends")
                .isTrue();
        String text = Files.readString(output, StandardCharsets.UTF_8);
        assertThat(process.exitValue()).as(text).isEqualTo(status);
        return text;
    }

    private static OpenClDevice device(int address, DeviceType type) {
        return new OpenClDevice(address, "platform", "vendor", "name", type, 1 << 30, 1 << 28, 1 << 15, 8, 256);
    }
}
