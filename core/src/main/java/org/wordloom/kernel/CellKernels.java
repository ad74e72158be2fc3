package org.wordloom.kernel;

import org.wordloom.base.ExitCode;
import org.wordloom.base.WordloomException;

/** Chooses the kernel of the cell step. The SIMD class is loaded by name: see {@link TileKernels}. */
public final class CellKernels {
    private static final String SIMD_CLASS = "org.wordloom.kernel.SimdCellKernel";

    private CellKernels() {}

    public static CellKernel scalar() {
        return new ScalarCellKernel();
    }

    /** The SIMD kernel; an ENVIRONMENT error says which flag or hardware is missing. */
    public static CellKernel simd() {
        String obstacle = TileKernels.simdObstacle();
        if (obstacle != null) {
            throw new WordloomException(ExitCode.ENVIRONMENT, "the simd kernel cannot run: " + obstacle);
        }
        try {
            return (CellKernel)
                    Class.forName(SIMD_CLASS).getDeclaredConstructor().newInstance();
        } catch (ReflectiveOperationException | LinkageError e) {
            throw new WordloomException(ExitCode.ENVIRONMENT, "the simd kernel cannot be loaded: " + e, e);
        }
    }

    /** The fastest kernel of this machine: SIMD where it can run. */
    public static CellKernel fastest() {
        return TileKernels.simdObstacle() == null ? simd() : scalar();
    }
}
