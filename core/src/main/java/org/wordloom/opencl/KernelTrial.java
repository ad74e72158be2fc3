package org.wordloom.opencl;

import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import org.wordloom.base.Problems;

/** Which of two kernels is faster, by measurement, and the sentence that says so. */
public final class KernelTrial {
    private KernelTrial() {}

    /**
     * What may be measured.
     *
     * @param device a GPU; none where a trial would be a waste
     * @param reason why there is none
     */
    public record Candidate(Optional<OpenClDevice> device, String reason) {}

    /**
     * What the trial decided.
     *
     * @param device whether the device's kernel is to run
     * @param reason one sentence for the log
     */
    public record Decision(boolean device, String reason) {}

    /**
     * The GPU whose kernel is worth measuring. Reads a few names of files where there is none, and loads nothing.
     *
     * @param address of the device that this process was given; empty: the best of this machine
     * @param bytes that would be kept on the device
     */
    public static Candidate candidate(OptionalInt address, long bytes) {
        OpenClDrivers drivers = OpenClDrivers.here();
        if (!drivers.mayDriveGpu()) {
            return none(
                    drivers.hasGpu()
                            ? "no driver of a GPU is registered in " + drivers.folder()
                            : "this machine has no GPU, and OpenCL on a processor never beats simd");
        }
        Optional<String> obstacle = OpenClDevices.obstacle();
        if (obstacle.isPresent()) {
            return none(obstacle.get());
        }
        OpenClDevice device = OpenClDevices.choose(address);
        if (device.type() != DeviceType.GPU) {
            return none("OpenCL lists no GPU but " + device.name() + ", and never beats simd on a processor");
        }
        Problems problems = new Problems();
        DeviceRequirements.check(device, bytes, problems);
        return problems.all().isEmpty()
                ? new Candidate(Optional.of(device), "a GPU is there")
                : none(String.join("; ", problems.all()));
    }

    /**
     * Decides by rates, units in a second, each of the whole: all threads here, copies included there.
     *
     * @param processor the name of the kernel without OpenCL
     */
    public static Decision decide(
            String unit, double processorRate, String processor, double deviceRate, OpenClDevice device) {
        boolean wins = deviceRate > processorRate;
        return new Decision(
                wins,
                String.format(
                        Locale.ROOT,
                        "measured %.3g %s on %s and %.3g by %s",
                        deviceRate,
                        unit,
                        device.name(),
                        processorRate,
                        processor));
    }

    private static Candidate none(String reason) {
        return new Candidate(Optional.empty(), reason);
    }
}
