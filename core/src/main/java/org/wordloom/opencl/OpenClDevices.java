package org.wordloom.opencl;

import com.aparapi.device.OpenCLDevice;
import com.aparapi.internal.opencl.OpenCLLoader;
import com.aparapi.internal.opencl.OpenCLPlatform;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.wordloom.base.ExitCode;
import org.wordloom.base.WordloomException;

/** The OpenCL devices of this machine. Nothing here fails where there are none. */
public final class OpenClDevices {
    private OpenClDevices() {}

    /** All devices, numbered in the order in which the drivers list them. */
    public static List<OpenClDevice> list() {
        return Found.DEVICES.stream().map(Found.Entry::device).toList();
    }

    /** Why there is no device, with the remedy, in one line; empty where there is one. */
    public static Optional<String> obstacle() {
        return Found.DEVICES.isEmpty() ? Optional.of(Found.obstacle()) : Optional.empty();
    }

    /** The device that Wordloom uses unless told otherwise: a GPU before an accelerator before a CPU. */
    public static Optional<OpenClDevice> best() {
        return list().stream()
                .min(Comparator.comparing(OpenClDevice::type)
                        .thenComparing(
                                Comparator.comparingLong(OpenClDevice::memory).reversed()));
    }

    /**
     * The device of this address, or the best.
     *
     * @throws WordloomException (ENVIRONMENT) saying what is missing
     */
    public static OpenClDevice choose(OptionalInt address) {
        List<OpenClDevice> devices = list();
        if (devices.isEmpty()) {
            throw new WordloomException(ExitCode.ENVIRONMENT, "the opencl kernel cannot run: " + Found.obstacle());
        }
        if (address.isEmpty()) {
            return best().orElseThrow();
        }
        int number = address.getAsInt();
        if (number < 0 || number >= devices.size()) {
            throw new WordloomException(
                    ExitCode.ENVIRONMENT,
                    "there is no OpenCL device " + number + ": this machine has devices 0 to " + (devices.size() - 1)
                            + " (wordloom devices lists them)");
        }
        return devices.get(number);
    }

    /** Aparapi's object for the device, its memory apart from Java's heap. */
    static OpenCLDevice aparapi(OpenClDevice device) {
        OpenCLDevice found = Found.DEVICES.get(device.address()).aparapi();
        found.setSharedMemory(false);
        return found;
    }

    /** Looked up once, when first asked for: it loads native libraries. */
    private static final class Found {
        static final List<Entry> DEVICES;
        /** Why the native libraries could not even be asked; null if they could. */
        private static final Throwable FAILURE;

        private record Entry(OpenClDevice device, OpenCLDevice aparapi) {}

        static {
            List<Entry> entries = new ArrayList<>();
            Throwable failure = null;
            AparapiLog.listen();
            try {
                find(entries);
            } catch (LinkageError | RuntimeException e) {
                // Without a library, or where the JVM forbids native code: there is no device, and obstacle() says why.
                failure = e;
            }
            DEVICES = List.copyOf(entries);
            FAILURE = failure;
        }

        private static void find(List<Entry> entries) {
            for (OpenCLPlatform platform : new OpenCLPlatform().getOpenCLPlatforms()) {
                for (OpenCLDevice device : platform.getOpenCLDevices()) {
                    device.setSharedMemory(false);
                    entries.add(new Entry(describe(entries.size(), platform, device), device));
                }
            }
        }

        private static String obstacle() {
            OpenClDrivers drivers = OpenClDrivers.here();
            if (FAILURE != null || !OpenCLLoader.isOpenCLAvailable()) {
                return "OpenCL could not be loaded ("
                        + (FAILURE == null ? AparapiLog.listen().said() : rootOf(FAILURE))
                        + "): install libOpenCL.so.1 (Debian: ocl-icd-libopencl1), let java.io.tmpdir be a folder that"
                        + " programs may run from, and on Java 24 and newer add --enable-native-access=ALL-UNNAMED";
            }
            if (drivers.libraries().isEmpty()) {
                return "no OpenCL driver is registered in " + drivers.folder()
                        + ": install the one of the GPU (docs/OPENCL.md), or pocl-opencl-icd to try it on the processor";
            }
            return "none of the OpenCL drivers registered in " + drivers.folder() + " ("
                    + String.join(", ", drivers.libraries())
                    + ") offers a device: see whether the library and the device are there (docs/OPENCL.md)";
        }

        private static Throwable rootOf(Throwable failure) {
            return failure.getCause() == null ? failure : rootOf(failure.getCause());
        }

        private static OpenClDevice describe(int address, OpenCLPlatform platform, OpenCLDevice device) {
            DeviceType type =
                    switch (device.getType()) {
                        case GPU -> DeviceType.GPU;
                        case ACC -> DeviceType.ACCELERATOR;
                        default -> DeviceType.CPU;
                    };
            return new OpenClDevice(
                    address,
                    platform.getName(),
                    platform.getVendor(),
                    device.getName(),
                    type,
                    device.getGlobalMemSize(),
                    device.getMaxMemAllocSize(),
                    device.getLocalMemSize(),
                    device.getMaxComputeUnits(),
                    device.getMaxWorkGroupSize());
        }
    }
}
