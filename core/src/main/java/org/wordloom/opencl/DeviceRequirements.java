package org.wordloom.opencl;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.wordloom.base.ExitCode;
import org.wordloom.base.Problems;
import org.wordloom.base.WordloomException;

/**
 * What a JVM and a device must be so that arrays can stay on the device. Aparapi keeps a buffer only as long as the Java
 * array that it was made from stays at its address; G1 does not move humongous objects, those of more than half a
 * region, and other collectors move anything.
 */
public final class DeviceRequirements {
    /** Aparapi counts an array's bytes in an int. */
    static final long MAX_ARRAY_BYTES = Integer.MAX_VALUE;

    private static final int MAX_ARRAY_FLOATS = 500_000_000;
    private static final int ARRAY_HEADER_BYTES = 16;
    /** Of half the largest region of G1, 32 MiB: what to allocate where the collector is another one. */
    private static final long LARGEST_REGION = 32L << 20;

    private static final int MIB = 1 << 20;

    private DeviceRequirements() {}

    /** The most floats of a resident array. */
    public static int maxArrayFloats() {
        return MAX_ARRAY_FLOATS;
    }

    /** The fewest floats of a resident array: what makes it a humongous object in this JVM. */
    public static int minArrayFloats() {
        return minArrayFloats(JvmFacts.here());
    }

    static int minArrayFloats(JvmFacts jvm) {
        long region = jvm.isG1() ? jvm.regionBytes() : LARGEST_REGION;
        return (int) (region / 2 / Float.BYTES + 1);
    }

    /**
     * Adds what this JVM and the device lack to keep arrays there; to be called before they are made.
     *
     * @param bytes of all resident arrays together
     */
    public static void check(OpenClDevice device, long bytes, Problems problems) {
        check(JvmFacts.here(), device, bytes, problems);
    }

    /**
     * As {@link #check}, at once.
     *
     * @throws WordloomException (ENVIRONMENT) that lists all that is missing
     */
    public static void require(OpenClDevice device, long bytes) {
        Problems problems = new Problems();
        check(device, bytes, problems);
        throwIfAny(problems);
    }

    static void throwIfAny(Problems problems) {
        if (!problems.all().isEmpty()) {
            throw new WordloomException(
                    ExitCode.ENVIRONMENT, "the opencl kernel cannot run: " + String.join("; ", problems.all()));
        }
    }

    static void check(JvmFacts jvm, OpenClDevice device, long bytes, Problems problems) {
        problems.require(
                jvm.isG1(),
                "OpenCL needs the G1 collector, which leaves large arrays where they are, and this JVM runs %s: start it"
                        + " with -XX:+UseG1GC",
                jvm.collector());
        long heap = bytes + bytes / 4;
        problems.require(
                heap <= jvm.maxHeap(),
                "the %d MiB on the device need as much Java heap and a quarter for the rest, %d MiB, and the heap is at"
                        + " most %d MiB: give more by --driver-memory or --executor-memory (-Xmx)",
                mebibytes(bytes),
                mebibytes(heap),
                mebibytes(jvm.maxHeap()));
        problems.require(
                bytes <= device.memory(),
                "the %d MiB to keep on %s are more than its memory, %d MiB: train in more blocks, or use --kernel simd",
                mebibytes(bytes),
                device.name(),
                mebibytes(device.memory()));
    }

    /** ENVIRONMENT error when a buffer of the device cannot have so many bytes. */
    static void requireAllocation(long bytes, OpenClDevice device) {
        Problems problems = new Problems();
        checkAllocation(bytes, device, problems);
        throwIfAny(problems);
    }

    /** Adds that a buffer of the device cannot have so many bytes, if that is so. */
    static void checkAllocation(long bytes, OpenClDevice device, Problems problems) {
        problems.require(
                bytes <= device.maxAllocation(),
                "an array of %d MiB is more than a buffer of %s may have, %d MiB: use chunks",
                mebibytes(bytes),
                device.name(),
                mebibytes(device.maxAllocation()));
    }

    /** Adds what is wrong with resident arrays of these lengths. */
    static void checkArrays(JvmFacts jvm, OpenClDevice device, long[] floats, Problems problems) {
        for (long length : floats) {
            long bytes = length * Float.BYTES;
            problems.require(
                    bytes <= MAX_ARRAY_BYTES,
                    "an array of %d floats has %d bytes, and Aparapi keeps at most %d on a device: use chunks",
                    length,
                    bytes,
                    MAX_ARRAY_BYTES);
            checkAllocation(bytes, device, problems);
            problems.require(
                    !jvm.isG1() || bytes + ARRAY_HEADER_BYTES > jvm.regionBytes() / 2,
                    "an array of %d bytes may be moved by G1, whose regions have %d bytes: it must have more than half of"
                            + " that; make it longer, or start the JVM with a smaller -XX:G1HeapRegionSize",
                    bytes,
                    jvm.regionBytes());
        }
    }

    /** Things that may go wrong on this device, each in one line with its remedy. */
    public static List<String> warnings(OpenClDevice device) {
        List<String> warnings = new ArrayList<>();
        if (device.isPocl() && !signalsAreChained()) {
            warnings.add("PoCL takes over the JVM's signals, which can end it without a word: start it with"
                    + " LD_PRELOAD=" + Path.of(System.getProperty("java.home"), "lib", "libjsig.so"));
        }
        return warnings;
    }

    /** Whether the JVM's library for signal chaining came first. */
    private static boolean signalsAreChained() {
        try {
            return Files.readString(Path.of("/proc/self/maps"), StandardCharsets.ISO_8859_1)
                    .contains("libjsig");
        } catch (IOException e) {
            // Another system than Linux, which has no such file and no PoCL of Debian's.
            return true;
        }
    }

    private static long mebibytes(long bytes) {
        return (bytes + MIB - 1) / MIB;
    }
}
