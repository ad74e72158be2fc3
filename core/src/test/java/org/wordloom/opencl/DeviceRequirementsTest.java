package org.wordloom.opencl;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.wordloom.base.Problems;

/** The arithmetic of sizes, without a device. */
class DeviceRequirementsTest {
    private static final long GIB = 1L << 30;
    private static final JvmFacts G1 = new JvmFacts("G1 Young Generation", 1 << 20, 8 * GIB, 17);
    private static final OpenClDevice GPU =
            new OpenClDevice(0, "a platform", "a vendor", "a GPU", DeviceType.GPU, 4 * GIB, 4 * GIB, 1 << 15, 64, 256);

    @Test
    void whatFitsIsAccepted() {
        assertThat(problems(G1, GPU, 3 * GIB)).isEmpty();
        assertThat(arrayProblems(G1, GPU, 1 << 17, 500_000_000)).isEmpty();
    }

    @Test
    void theHeapMustHoldTheArraysAndAQuarterMore() {
        JvmFacts small = new JvmFacts("G1 Young Generation", 1 << 20, 5 * GIB / 2, 17);
        assertThat(problems(small, GPU, 2 * GIB)).isEmpty();
        assertThat(problems(small, GPU, 2 * GIB + (8 << 20)))
                .singleElement()
                .asString()
                .contains("2056 MiB on the device", "2570 MiB, and the heap is at most 2560 MiB");
    }

    @Test
    void theDeviceMustHoldThem() {
        assertThat(problems(G1, GPU, 5 * GIB)).singleElement().asString().contains("4096 MiB", "a GPU");
    }

    @Test
    void anotherCollectorThanG1IsRefused() {
        JvmFacts parallel = new JvmFacts("PS Scavenge, PS MarkSweep", 0, 8 * GIB, 17);
        assertThat(problems(parallel, GPU, GIB)).singleElement().asString().contains("PS Scavenge", "-XX:+UseG1GC");
    }

    @Test
    void arraysOfTwoGibibytesAndMoreAreRefusedBeforeAnIntOverflows() {
        OpenClDevice large = new OpenClDevice(0, "a", "b", "c", DeviceType.GPU, 100 * GIB, 100 * GIB, 1 << 15, 64, 256);
        assertThat(arrayProblems(G1, large, (1 << 29) - 1)).isEmpty();
        for (long floats : new long[] {1 << 29, 1 << 30, (1L << 30) + 5, Integer.MAX_VALUE - 8}) {
            assertThat(arrayProblems(G1, large, floats))
                    .singleElement()
                    .asString()
                    .contains("use chunks");
        }
        assertThat(4L * DeviceRequirements.maxArrayFloats()).isLessThan(2 * GIB);
    }

    @Test
    void anArrayLargerThanABufferOfTheDeviceIsRefused() {
        OpenClDevice narrow = new OpenClDevice(0, "a", "b", "c", DeviceType.GPU, 4 * GIB, GIB, 1 << 15, 64, 256);
        assertThat(arrayProblems(G1, narrow, (1 << 28) + 1))
                .singleElement()
                .asString()
                .contains("1025 MiB is more than a buffer of c may have, 1024 MiB");
    }

    @Test
    void anArrayOfAtMostHalfARegionIsRefused() {
        int least = DeviceRequirements.minArrayFloats(G1);
        assertThat(arrayProblems(G1, GPU, least)).isEmpty();
        assertThat(arrayProblems(G1, GPU, least - 5)).singleElement().asString().contains("may be moved by G1");
    }

    @Test
    void launchesAreShortWhereTheCollectorWaitsForThem() {
        assertThat(G1.maxLaunchNanos()).isEqualTo(50_000_000);
        assertThat(new JvmFacts("G1", 1 << 20, GIB, 25).maxLaunchNanos()).isGreaterThan(50_000_000);
    }

    private static List<String> problems(JvmFacts jvm, OpenClDevice device, long bytes) {
        Problems problems = new Problems();
        DeviceRequirements.check(jvm, device, bytes, problems);
        return problems.all();
    }

    private static List<String> arrayProblems(JvmFacts jvm, OpenClDevice device, long... floats) {
        Problems problems = new Problems();
        DeviceRequirements.checkArrays(jvm, device, floats, problems);
        return problems.all();
    }
}
