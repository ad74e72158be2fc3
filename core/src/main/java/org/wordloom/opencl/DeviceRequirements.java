package org.wordloom.opencl;

import java.util.List;
import org.wordloom.base.Problems;

/** What a JVM must be so that buffers of a device are not rebuilt from stale arrays: checked before rows are loaded. */
public final class DeviceRequirements {
    /** Aparapi computes an array's bytes as an int. */
    private static final int MAX_ARRAY_FLOATS = 500_000_000;

    private DeviceRequirements() {}

    /** The most floats of a resident array. */
    public static int maxArrayFloats() {
        return MAX_ARRAY_FLOATS;
    }

    /** The fewest floats of a resident array: what makes it a humongous object in this JVM. */
    public static int minArrayFloats() {
        return 1 << 22;
    }

    /** Adds what this JVM lacks to keep {@code bytes} of arrays on a device. */
    public static void check(long bytes, Problems problems) {
        problems.require(
                bytes < Runtime.getRuntime().maxMemory(),
                "%d bytes of arrays on the device need as much heap, and it is %d bytes",
                bytes,
                Runtime.getRuntime().maxMemory());
    }

    /** Things that may go wrong on this device, each in one line with its remedy. */
    public static List<String> warnings(OpenClDevice device) {
        return List.of();
    }
}
