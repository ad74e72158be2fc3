package org.wordloom.opencl;

/** A measurement of a device that {@code wordloom devices} prints. */
public interface DeviceMeasurement {
    /** What is measured, as a line begins. */
    String name();

    /** Of the rate: {@code cells/s}. */
    String unit();

    /** Runs for a second or so. */
    Figures run(OpenClDevice device);

    /**
     * What came out.
     *
     * @param device units in a second on the device
     * @param processor the same by this machine's best kernel without OpenCL, one thread; NaN where there is none
     * @param error the largest difference from the scalar reference, relative to the largest value; NaN where unchecked
     */
    record Figures(double device, double processor, double error) {}
}
