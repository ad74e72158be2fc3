package org.wordloom.cluster.pairs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wordloom.cluster.ClusterJvm;

/** Executors with and without a device, in one application. */
class TwoKindsTest {
    @Test
    @Tag("cluster")
    void anExecutorComputesOnItsDeviceAndAnotherWithoutOneOnItsProcessor(@TempDir Path folder)
            throws IOException, InterruptedException {
        Path chaining = Path.of(System.getProperty("java.home"), "lib", "libjsig.so");
        assumeTrue(Files.exists(Path.of("/etc/OpenCL/vendors/pocl.icd")), "PoCL is not installed");
        Map<String, String> printed =
                new ClusterJvm(folder).run(TwoKindsProgram.class, script(folder).toString(), chaining.toString());
        assertThat(printed.get("device")).startsWith("opencl: ");
        assertThat(printed.get("processor")).matches("simd|scalar");
        double loss = Double.parseDouble(printed.get("processorloss"));
        assertThat(Double.parseDouble(printed.get("deviceloss"))).isCloseTo(loss, within(0.1 * loss));
    }

    /** Spark wants a device on every worker; executors get those that their profile asks for. */
    private static Path script(Path folder) throws IOException {
        Path script = folder.resolve("gpus");
        Files.createFile(script, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        return Files.writeString(script, "#!/bin/sh\necho '{\"name\":\"gpu\",\"addresses\":[\"0\"]}'\n");
    }
}
