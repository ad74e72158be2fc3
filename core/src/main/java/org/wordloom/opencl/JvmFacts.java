package org.wordloom.opencl;

import com.sun.management.HotSpotDiagnosticMXBean;
import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.util.stream.Collectors;

/**
 * What of a JVM decides whether arrays may stay on a device.
 *
 * @param collector names of its garbage collectors
 * @param regionBytes of a region of the G1 collector; 0 with another collector
 * @param maxHeap bytes that the heap may grow to
 * @param release 17 for example
 */
record JvmFacts(String collector, long regionBytes, long maxHeap, int release) {
    /** From here on G1 pins single regions, and a launch no longer holds up the collector (JEP 423). */
    private static final int PINS_REGIONS = 22;

    private static final long SHORT_LAUNCH_NANOS = 50_000_000;
    private static final long LONG_LAUNCH_NANOS = 500_000_000;

    /** Of this JVM. */
    static JvmFacts here() {
        return Here.FACTS;
    }

    boolean isG1() {
        return regionBytes > 0;
    }

    /** The longest that a launch should take: it holds up every thread that waits for the collector. */
    long maxLaunchNanos() {
        return release >= PINS_REGIONS ? LONG_LAUNCH_NANOS : SHORT_LAUNCH_NANOS;
    }

    private static final class Here {
        static final JvmFacts FACTS = find();

        private static JvmFacts find() {
            String collectors = ManagementFactory.getGarbageCollectorMXBeans().stream()
                    .map(GarbageCollectorMXBean::getName)
                    .collect(Collectors.joining(", "));
            return new JvmFacts(
                    collectors,
                    collectors.contains("G1") ? regionBytes() : 0,
                    Runtime.getRuntime().maxMemory(),
                    Runtime.version().feature());
        }

        private static long regionBytes() {
            HotSpotDiagnosticMXBean bean = ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class);
            return Long.parseLong(bean.getVMOption("G1HeapRegionSize").getValue());
        }
    }
}
