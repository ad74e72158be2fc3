package org.wordloom.train;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.wordloom.ChildJvm;
import org.wordloom.kernel.TileKernels;

/** Which kernel trains, in a JVM with and in one without the incubator module. */
class KernelChoiceTest {
    @Test
    void withTheModuleTheFastestKernelOfTheProcessorRuns() throws Exception {
        List<String> lines = ChildJvm.run(List.of("--add-modules=jdk.incubator.vector"), KernelChoiceMain.class);
        assertThat(lines.get(0)).isEqualTo("AUTO " + TileKernels.fastest().name());
        assertThat(lines.get(1)).isEqualTo("SCALAR scalar");
        assertThat(lines.get(2))
                .startsWith(TileKernels.simdObstacle() == null ? "SIMD simd" : "SIMD ENVIRONMENT the simd kernel");
    }

    @Test
    void withoutTheModuleScalarRunsAndSimdNamesTheFlag() throws Exception {
        List<String> lines = ChildJvm.run(List.of(), KernelChoiceMain.class);
        assertThat(lines.subList(0, 2)).containsExactly("AUTO scalar", "SCALAR scalar");
        assertThat(lines.get(2))
                .startsWith("SIMD ENVIRONMENT ")
                .contains("--add-modules=jdk.incubator.vector")
                .contains("--kernel scalar");
    }
}
