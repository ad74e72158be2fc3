package org.wordloom.opencl;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wordloom.ChildJvm;

/** JVMs that lack something: another collector, heap, a driver, a folder for native code. */
@Tag("opencl")
class OtherJvmTest {
    private static final String FLOATS = String.valueOf(5 << 20);

    @Test
    void withTheRightFlagsASessionOpens() throws Exception {
        TestDevice.get();
        assertThat(probe(List.of("-XX:+UseG1GC", "-Xmx512m", "-XX:G1HeapRegionSize=32m")))
                .containsExactly("devices 1", "none", "opened 1.0", "ended");
    }

    @Test
    void otherCollectorsAreRefusedByTheirNames() throws Exception {
        TestDevice.get();
        assertThat(probe(List.of("-XX:+UseParallelGC", "-Xmx512m")).get(2))
                .startsWith("ENVIRONMENT the opencl kernel cannot run: OpenCL needs the G1 collector")
                .contains("PS MarkSweep", "-XX:+UseG1GC");
    }

    @Test
    void arraysThatAreSmallForTheRegionsAreRefused() throws Exception {
        TestDevice.get();
        assertThat(probe(List.of("-XX:+UseG1GC", "-Xmx512m", "-XX:G1HeapRegionSize=32m"), Map.of(), "4000000")
                        .get(2))
                .contains("16000000 bytes may be moved by G1, whose regions have 33554432 bytes");
    }

    @Test
    void aHeapWithoutRoomIsRefusedByTheArithmetic() throws Exception {
        TestDevice.get();
        assertThat(probe(List.of("-XX:+UseG1GC", "-Xmx160m"), Map.of(), "35651584")
                        .get(2))
                .contains("the 136 MiB on the device need as much Java heap")
                .contains("170 MiB, and the heap is at most 160 MiB")
                .contains("--executor-memory");
    }

    @Test
    void withoutADriverThereIsNoDeviceAndNoFailure(@TempDir Path folder) throws Exception {
        List<String> lines = probe(List.of("-XX:+UseG1GC"), Map.of("OCL_ICD_VENDORS", folder.toString()), FLOATS);
        assertThat(lines).hasSize(4).startsWith("devices 0").endsWith("none", "ended");
        assertThat(lines.get(1))
                .containsAnyOf("no OpenCL driver is registered in " + folder, "OpenCL could not be loaded");
    }

    @Test
    void aDriverWhoseLibraryIsGoneIsNamed(@TempDir Path folder) throws Exception {
        Files.writeString(folder.resolve("gone.icd"), "libgone-opencl.so.1\n");
        List<String> lines = probe(List.of("-XX:+UseG1GC"), Map.of("OCL_ICD_VENDORS", folder.toString()), FLOATS);
        assertThat(lines).hasSize(4).startsWith("devices 0").endsWith("none", "ended");
        assertThat(lines.get(1)).containsAnyOf("libgone-opencl.so.1) offers a device", "OpenCL could not be loaded");
    }

    @Test
    void nativeCodeThatCannotBeUnpackedIsToldWithTheFolder() throws Exception {
        List<String> lines = probe(List.of("-XX:+UseG1GC", "-Djava.io.tmpdir=/dev/null/x"));
        assertThat(lines).hasSize(4).startsWith("devices 0").endsWith("none", "ended");
        assertThat(lines.get(1)).contains("java.io.tmpdir");
    }

    private static List<String> probe(List<String> flags) throws Exception {
        return probe(flags, Map.of(), FLOATS);
    }

    private static List<String> probe(List<String> flags, Map<String, String> environment, String floats)
            throws Exception {
        return ChildJvm.run(flags, environment, OpenClProbeMain.class, floats);
    }
}
