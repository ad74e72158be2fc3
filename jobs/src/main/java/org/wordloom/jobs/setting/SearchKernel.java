package org.wordloom.jobs.setting;

import java.util.OptionalInt;
import org.wordloom.base.ExitCode;
import org.wordloom.base.WordloomException;
import org.wordloom.kernel.TileKernels;
import org.wordloom.model.WordVectors;
import org.wordloom.opencl.OpenClDevices;
import org.wordloom.search.ExactSearch;
import org.wordloom.train.KernelChoice;

/** The option {@code --kernel} of commands that search. Only when asked for does a GPU search: copying comes first. */
public final class SearchKernel {
    private KernelChoice kernel = KernelChoice.AUTO;

    /** The option itself. */
    public Setting<?> setting() {
        return Setting.choice(
                "kernel",
                KernelChoice.class,
                "what does the arithmetic of the search; all find the same, auto uses no OpenCL device",
                () -> kernel,
                value -> kernel = value);
    }

    /**
     * A search of the first words, to be closed.
     *
     * @throws org.wordloom.base.WordloomException (ENVIRONMENT) where the kernel that was asked for cannot run
     */
    public ExactSearch open(WordVectors vectors, int restrict, int threads) {
        if (kernel == KernelChoice.OPENCL) {
            return ExactSearch.onDevice(vectors, restrict, threads, OpenClDevices.choose(OptionalInt.empty()));
        }
        if (kernel == KernelChoice.SIMD && TileKernels.simdObstacle() != null) {
            throw new WordloomException(
                    ExitCode.ENVIRONMENT, "the simd kernel cannot run: " + TileKernels.simdObstacle());
        }
        return kernel == KernelChoice.SCALAR
                ? ExactSearch.scalar(vectors, restrict, threads)
                : new ExactSearch(vectors, restrict, threads);
    }
}
