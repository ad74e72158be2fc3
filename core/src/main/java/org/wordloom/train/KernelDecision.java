package org.wordloom.train;

import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import org.wordloom.base.ExitCode;
import org.wordloom.base.Problems;
import org.wordloom.base.WordloomException;
import org.wordloom.kernel.TileKernels;
import org.wordloom.opencl.DeviceRequirements;
import org.wordloom.opencl.KernelTrial;
import org.wordloom.opencl.OpenClDevice;
import org.wordloom.opencl.OpenClDevices;

/**
 * Which kernel runs, and why.
 *
 * @param kernel what runs, never AUTO
 * @param device what an OPENCL kernel runs on
 * @param reason for the log
 */
public record KernelDecision(KernelChoice kernel, Optional<OpenClDevice> device, String reason) {
    private static final String EXACT = "--exact with --kernel opencl: what a device trains at once races for rows that"
            + " are shared, so that no two runs give the same bits; leave one of the two out";

    /**
     * Decides for a computation that has an OpenCL form.
     *
     * @param asked by the user
     * @param address of the device that this process was given; empty: the best of this machine
     * @param bytes that would be kept on the device
     * @param trial measures both kernels on that device; called for AUTO alone, and only where there is a GPU
     * @throws org.wordloom.base.WordloomException (ENVIRONMENT) when a forced kernel cannot run: what is missing
     */
    public static KernelDecision of(
            KernelChoice asked, OptionalInt address, long bytes, Function<OpenClDevice, KernelTrial.Decision> trial) {
        return switch (asked) {
            case OPENCL -> onDevice(OpenClDevices.choose(address), bytes);
            case AUTO -> fastest(address, bytes, trial);
            case SCALAR, SIMD -> of(asked);
        };
    }

    /** Decides for a computation that has none; {@link #refuseOpenCl} comes first. */
    public static KernelDecision of(KernelChoice asked) {
        return switch (asked) {
            case AUTO -> onProcessor("there is no OpenCL form of this computation");
            case SCALAR, SIMD -> without(asked, "it was asked for");
            case OPENCL -> throw noOpenClForm("this computation");
        };
    }

    /** Decides where the same bits are promised on every machine and in every run: no device can keep that. */
    public static KernelDecision ofExact(KernelChoice asked) {
        return switch (asked) {
            case AUTO ->
                onProcessor("exact mode promises the same bits in every run, and what a device trains at once"
                        + " races for rows");
            case SCALAR, SIMD -> of(asked);
            case OPENCL -> throw new WordloomException(ExitCode.USAGE, EXACT);
        };
    }

    /** Adds that exact mode cannot run on OpenCL devices, if that was asked for. */
    public static void refuseExactOpenCl(KernelChoice asked, boolean exact, Problems problems) {
        problems.require(!exact || asked != KernelChoice.OPENCL, EXACT);
    }

    /** A device that somebody else has chosen. */
    public static KernelDecision onDevice(OpenClDevice device, String reason) {
        return new KernelDecision(KernelChoice.OPENCL, Optional.of(device), reason);
    }

    /** The fastest kernel of the processor, where no device may be used. */
    public static KernelDecision onProcessor(String reason) {
        return without(processorKernel(), reason);
    }

    /** Adds that this computation cannot run on OpenCL devices, if that was asked for. */
    public static void refuseOpenCl(KernelChoice asked, String computation, Problems problems) {
        problems.require(asked != KernelChoice.OPENCL, noForm(computation));
    }

    /** What a computation without an OpenCL form throws (USAGE) that was asked for one all the same. */
    public static WordloomException noOpenClForm(String computation) {
        return new WordloomException(ExitCode.USAGE, noForm(computation));
    }

    private static String noForm(String computation) {
        return "--kernel opencl: " + computation + " has no OpenCL form; use auto, simd or scalar";
    }

    /** As options, logs and {@code run.json} call it. */
    public String name() {
        return kernel.name().toLowerCase(Locale.ROOT);
    }

    /** The name of the kernel, and of the device if it runs on one. */
    public String nameWithDevice() {
        return device.map(on -> name() + ": " + on.name()).orElseGet(this::name);
    }

    /** One sentence for the log. */
    public String sentence() {
        return "the " + name() + " kernel runs: " + reason;
    }

    private static KernelDecision onDevice(OpenClDevice device, long bytes) {
        DeviceRequirements.require(device, bytes);
        return onDevice(device, "it was asked for, on " + device.name());
    }

    private static KernelDecision fastest(
            OptionalInt address, long bytes, Function<OpenClDevice, KernelTrial.Decision> trial) {
        KernelTrial.Candidate candidate = KernelTrial.candidate(address, bytes);
        if (candidate.device().isEmpty()) {
            return onProcessor(candidate.reason());
        }
        KernelTrial.Decision decision = decide(trial, candidate.device().get());
        return decision.device()
                ? onDevice(candidate.device().get(), decision.reason())
                : onProcessor(decision.reason());
    }

    /** A device that fails is not the faster one. */
    private static KernelTrial.Decision decide(
            Function<OpenClDevice, KernelTrial.Decision> trial, OpenClDevice device) {
        try {
            return trial.apply(device);
        } catch (WordloomException e) {
            return new KernelTrial.Decision(false, e.getMessage());
        }
    }

    private static KernelDecision without(KernelChoice kernel, String reason) {
        return new KernelDecision(kernel, Optional.empty(), reason);
    }

    private static KernelChoice processorKernel() {
        return TileKernels.simdObstacle() == null ? KernelChoice.SIMD : KernelChoice.SCALAR;
    }
}
