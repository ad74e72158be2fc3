package org.wordloom.kernel;

import org.wordloom.base.ExitCode;
import org.wordloom.base.WordloomException;

/** Chooses the kernel of matrix products, by the same rules as {@link TileKernels}. */
public final class MatrixKernels {
    private static final String SIMD_CLASS = "org.wordloom.kernel.SimdMatrixKernel";

    private MatrixKernels() {}

    public static MatrixKernel scalar() {
        return new ScalarMatrixKernel();
    }

    /** The SIMD kernel; an ENVIRONMENT error says which flag or hardware is missing. */
    public static MatrixKernel simd() {
        String obstacle = TileKernels.simdObstacle();
        if (obstacle != null) {
            throw new WordloomException(ExitCode.ENVIRONMENT, "the simd kernel cannot run: " + obstacle);
        }
        try {
            return (MatrixKernel)
                    Class.forName(SIMD_CLASS).getDeclaredConstructor().newInstance();
        } catch (ReflectiveOperationException | LinkageError e) {
            throw new WordloomException(ExitCode.ENVIRONMENT, "the simd kernel cannot be loaded: " + e, e);
        }
    }

    /** The fastest kernel of this machine: SIMD where it can run. */
    public static MatrixKernel fastest() {
        return TileKernels.simdObstacle() == null ? simd() : scalar();
    }
}
