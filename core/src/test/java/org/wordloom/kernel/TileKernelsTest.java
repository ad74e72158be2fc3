package org.wordloom.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import org.junit.jupiter.api.Test;

/** That SIMD is not silently missing: the build passes the flag to all tests. */
class TileKernelsTest {
    @Test
    void simdRunsInTheTestsWhereTheProcessorCan() {
        assumeFalse(Kernels.processorTooNarrow(), "this processor has no 256-bit vectors");
        assertThat(TileKernels.simdObstacle()).isNull();
        assertThat(TileKernels.simd().name()).isEqualTo("simd");
        assertThat(TileKernels.fastest().name()).isEqualTo("simd");
    }
}
