package org.wordloom.jobs.command;

import org.wordloom.jobs.console.Console;
import org.wordloom.kernel.TileKernels;
import org.wordloom.train.KernelChoice;

/** Nobody should compute several times slower than need be for the lack of a flag, and not know it. */
final class KernelNotes {
    private KernelNotes() {}

    /**
     * Warns where the choice was left to the program and the scalar kernel ran.
     *
     * @param ran the kernel's name
     */
    static void warnOfFallback(KernelChoice asked, String ran, Console console) {
        if (asked == KernelChoice.AUTO && ran.equals(TileKernels.scalar().name())) {
            String obstacle = TileKernels.simdObstacle();
            console.warn("the scalar kernel ran, which is several times slower than simd: "
                    + (obstacle == null ? "the executor's JVM or processor lacks what the driver's has" : obstacle));
        }
    }
}
