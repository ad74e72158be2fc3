package org.wordloom.opencl;

import java.util.Locale;

/** Which of two kernels is faster, by measurement, and the sentence that says so. */
public final class KernelTrial {
    /**
     * What the trial decided.
     *
     * @param device whether the device's kernel is to run
     * @param reason one sentence for the log
     */
    public record Decision(boolean device, String reason) {}

    private KernelTrial() {}

    /** Decides by rates, units in a second, each of the whole: all threads here, copies included there. */
    public static Decision decide(String unit, double processorRate, String processor, double deviceRate, OpenClDevice device) {
        boolean wins = deviceRate > processorRate;
        return new Decision(
                wins,
                String.format(
                        Locale.ROOT,
                        "%s runs: %.3g %s on %s, %.3g by %s",
                        wins ? "opencl" : processor,
                        deviceRate,
                        unit,
                        device.name(),
                        processorRate,
                        processor));
    }
}
