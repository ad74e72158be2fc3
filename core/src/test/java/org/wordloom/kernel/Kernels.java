package org.wordloom.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

/** The kernels that can run here; never fewer than the JVM's flags promise. */
final class Kernels {
    private Kernels() {}

    static List<TileKernel> all() {
        TileKernel scalar = TileKernels.scalar();
        assertThat(scalar.name()).isEqualTo("scalar");
        if (processorTooNarrow()) {
            return List.of(scalar);
        }
        TileKernel simd = TileKernels.simd();
        assertThat(simd.name()).isEqualTo("simd");
        return List.of(scalar, simd);
    }

    /** The only excuse for not testing SIMD: the build passes the flag to all tests. */
    static boolean processorTooNarrow() {
        String obstacle = TileKernels.simdObstacle();
        return obstacle != null && obstacle.contains("processor");
    }
}
