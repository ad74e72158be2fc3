package org.wordloom.opencl;

import com.aparapi.device.OpenCLDevice;
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
        return Found.DEVICES.isEmpty() ? Optional.of(Found.OBSTACLE) : Optional.empty();
    }

    /** The device that Wordloom uses unless told otherwise: a GPU before an accelerator before a CPU. */
    public static Optional<OpenClDevice> best() {
        return list().stream()
                .min(Comparator.comparing(OpenClDevice::type)
                        .thenComparing(Comparator.comparingLong(OpenClDevice::memory)
                                .reversed()));
    }

    /**
     * The device of this address, or the best.
     *
     * @throws WordloomException (ENVIRONMENT) saying what is missing
     */
    public static OpenClDevice choose(OptionalInt address) {
        List<OpenClDevice> devices = list();
        if (devices.isEmpty()) {
            throw new WordloomException(ExitCode.ENVIRONMENT, Found.OBSTACLE);
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
        static final String OBSTACLE = "no OpenCL device was found";
        static final List<Entry> DEVICES = find();

        private record Entry(OpenClDevice device, OpenCLDevice aparapi) {}

        private static List<Entry> find() {
            List<Entry> entries = new ArrayList<>();
            for (OpenCLPlatform platform : new OpenCLPlatform().getOpenCLPlatforms()) {
                for (OpenCLDevice device : platform.getOpenCLDevices()) {
                    device.setSharedMemory(false);
                    entries.add(new Entry(describe(entries.size(), platform, device), device));
                }
            }
            return List.copyOf(entries);
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
