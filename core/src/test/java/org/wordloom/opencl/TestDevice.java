package org.wordloom.opencl;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

/** The device that tests run on. */
public final class TestDevice {
    private TestDevice() {}

    /** Skips the test, with the reason, where there is no OpenCL device or no G1 collector. */
    public static OpenClDevice get() {
        assumeTrue(
                OpenClDevices.list().size() > 0, () -> OpenClDevices.obstacle().orElseThrow());
        assumeTrue(JvmFacts.here().isG1(), "this JVM's collector is not G1: start it with -XX:+UseG1GC");
        return OpenClDevices.best().orElseThrow();
    }
}
