package org.wordloom.opencl;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What files tell of drivers, on machines made of folders. */
class OpenClDriversTest {
    @TempDir
    private Path root;

    @Test
    void aMachineWithoutAnythingHasNoGpu() {
        OpenClDrivers drivers = OpenClDrivers.of(root, Map.of());
        assertThat(drivers.libraries()).isEmpty();
        assertThat(drivers.mayDriveGpu()).isFalse();
    }

    @Test
    void poclAloneDrivesNoGpu() throws IOException {
        register("pocl.icd", "libpocl.so.2.10.0\n");
        device("nvidia0");
        assertThat(OpenClDrivers.of(root, Map.of()).mayDriveGpu()).isFalse();
    }

    @Test
    void aDriverWithoutItsDeviceDrivesNone() throws IOException {
        register("nvidia.icd", "libnvidia-opencl.so.1\n");
        OpenClDrivers drivers = OpenClDrivers.of(root, Map.of());
        assertThat(drivers.libraries()).containsExactly("libnvidia-opencl.so.1");
        assertThat(drivers.mayDriveGpu()).isFalse();
    }

    @Test
    void aDriverAndADeviceFileAreWorthALook() throws IOException {
        register("nvidia.icd", "libnvidia-opencl.so.1");
        device("nvidia0");
        assertThat(OpenClDrivers.of(root, Map.of()).mayDriveGpu()).isTrue();
    }

    @Test
    void intelAndAmdShowARenderingDevice() throws IOException {
        register("intel.icd", "/usr/lib/intel-opencl/libigdrcl.so");
        device("dri/renderD128");
        assertThat(OpenClDrivers.of(root, Map.of()).mayDriveGpu()).isTrue();
    }

    @Test
    void theEnvironmentNamesAnotherFolderOrFile() throws IOException {
        register("nvidia.icd", "libnvidia-opencl.so.1");
        Path own = Files.createDirectory(root.resolve("own"));
        assertThat(OpenClDrivers.of(root, Map.of("OCL_ICD_VENDORS", own.toString()))
                        .libraries())
                .isEmpty();
        Path file = Files.writeString(own.resolve("mine.icd"), "libmine.so");
        assertThat(OpenClDrivers.of(root, Map.of("OCL_ICD_VENDORS", file.toString()))
                        .libraries())
                .containsExactly("libmine.so");
    }

    private void register(String name, String library) throws IOException {
        Path folder = Files.createDirectories(root.resolve("etc/OpenCL/vendors"));
        Files.writeString(folder.resolve(name), library);
    }

    private void device(String name) throws IOException {
        Path file = root.resolve("dev").resolve(name);
        Files.createDirectories(file.getParent());
        Files.createFile(file);
    }
}
