package org.wordloom.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.wordloom.ChildJvm;

/** Which kernel runs, and what a JVM without the incubator module says. */
class TileKernelsTest {
    @Test
    void simdRunsInTheTestsWhereTheProcessorCan() {
        assumeFalse(Kernels.processorTooNarrow(), "this processor has no 256-bit vectors");
        assertThat(TileKernels.simdObstacle()).isNull();
        assertThat(TileKernels.simd().name()).isEqualTo("simd");
        assertThat(TileKernels.fastest().name()).isEqualTo("simd");
    }

    @Test
    void withoutTheModuleScalarRunsAndSimdNamesTheFlag() throws Exception {
        List<String> lines = ChildJvm.run(List.of(), KernelProbeMain.class);
        assertThat(lines.get(0)).isEqualTo("scalar");
        assertThat(lines.get(1))
                .startsWith("ENVIRONMENT ")
                .contains("--add-modules=jdk.incubator.vector")
                .contains("--kernel scalar");
    }
}
