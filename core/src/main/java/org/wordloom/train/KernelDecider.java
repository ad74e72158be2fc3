package org.wordloom.train;

import java.util.OptionalInt;
import java.util.function.Function;
import org.wordloom.opencl.KernelTrial;
import org.wordloom.opencl.OpenClDevice;

/** Who knows which devices a training may use. */
@FunctionalInterface
public interface KernelDecider {
    /** See {@link KernelDecision#of(KernelChoice, OptionalInt, long, Function)}. */
    KernelDecision decide(KernelChoice asked, long bytes, Function<OpenClDevice, KernelTrial.Decision> trial);

    /** For a process that may use all devices of its machine. */
    static KernelDecider ofMachine() {
        return (asked, bytes, trial) -> KernelDecision.of(asked, OptionalInt.empty(), bytes, trial);
    }
}
