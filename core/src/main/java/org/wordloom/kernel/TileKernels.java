package org.wordloom.kernel;

import org.wordloom.base.ExitCode;
import org.wordloom.base.WordloomException;

/** Chooses the kernel. The SIMD classes are loaded by name, so that a JVM without the incubator module still runs. */
public final class TileKernels {
    private static final String SIMD_CLASS = "org.wordloom.kernel.SimdTileKernel";
    private static final String MODULE = "jdk.incubator.vector";

    private TileKernels() {}

    public static TileKernel scalar() {
        return new ScalarTileKernel();
    }

    /** The SIMD kernel; an ENVIRONMENT error says which flag or hardware is missing. */
    public static TileKernel simd() {
        String obstacle = simdObstacle();
        if (obstacle != null) {
            throw new WordloomException(ExitCode.ENVIRONMENT, "the simd kernel cannot run: " + obstacle);
        }
        try {
            return (TileKernel)
                    Class.forName(SIMD_CLASS).getDeclaredConstructor().newInstance();
        } catch (ReflectiveOperationException | LinkageError e) {
            throw new WordloomException(ExitCode.ENVIRONMENT, "the simd kernel cannot be loaded: " + e, e);
        }
    }

    /** The fastest kernel of this machine: SIMD where it can run. */
    public static TileKernel fastest() {
        return simdObstacle() == null ? simd() : scalar();
    }

    /** Bits of the vectors that the SIMD kernel computes with here: 512, 256, or 0 where it cannot run. */
    public static int vectorBits() {
        return simdObstacle() == null ? SimdProbe.bits() : 0;
    }

    /** Why the SIMD kernel cannot run here, in a line with the remedy; null if it can. */
    public static String simdObstacle() {
        if (ModuleLayer.boot().findModule(MODULE).isEmpty()) {
            return "the JVM was started without --add-modules=" + MODULE + "; add it, or use --kernel scalar";
        }
        return SimdProbe.obstacle();
    }
}
