package org.wordloom.train.glove;

import org.wordloom.kernel.CellKernel;
import org.wordloom.kernel.CellKernels;
import org.wordloom.opencl.CellsTiming;
import org.wordloom.opencl.KernelTrial;
import org.wordloom.opencl.OpenClDevice;

/** Trains a few thousand made-up cells on a device and on a thread, and decides which kernel runs. */
final class CellTrial {
    /** Rows of a block: both exceed the caches of a core. */
    private static final int ROWS = 1 << 13;

    private static final int CELLS = 1 << 16;
    private static final double SECONDS = 0.2;

    private CellTrial() {}

    /**
     * Whether a device is faster than all threads of the processor together.
     *
     * @param threads of the processor that would train
     */
    static KernelTrial.Decision decide(OpenClDevice device, int dim, int threads) {
        CellKernel kernel = CellKernels.fastest();
        try {
            double deviceRate = CellsTiming.onDevice(device, dim, ROWS, CELLS, SECONDS);
            double threadRate = CellsTiming.onProcessor(kernel, dim, ROWS, CELLS, SECONDS);
            return KernelTrial.decide("cells/s", threads * threadRate, kernel.name(), deviceRate, device);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("the measurement was interrupted", e);
        }
    }
}
