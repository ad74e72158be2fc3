package org.wordloom.opencl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.wordloom.ChildJvm;

class KernelTrialTest {
    private static final OpenClDevice GPU =
            new OpenClDevice(0, "a platform", "a vendor", "a GPU", DeviceType.GPU, 1 << 30, 1 << 30, 1 << 15, 64, 256);

    @Test
    void theFasterWinsAndTheReasonHasBothFigures() {
        KernelTrial.Decision decision = KernelTrial.decide("cells/s", 2e6, "simd", 1.25e8, GPU);
        assertThat(decision.device()).isTrue();
        assertThat(decision.reason()).isEqualTo("measured 1.25e+08 cells/s on a GPU and 2.00e+06 by simd");
        assertThat(KernelTrial.decide("cells/s", 2e6, "simd", 1e6, GPU).device())
                .isFalse();
        assertThat(KernelTrial.decide("cells/s", 2e6, "simd", Double.NaN, GPU).device())
                .isFalse();
    }

    @Test
    void whereThereIsNoGpuNothingIsLoadedAndNothingMeasured() throws Exception {
        assumeFalse(OpenClDrivers.of(Path.of("/"), Map.of()).hasGpu(), "this machine has a GPU");
        List<String> lines = ChildJvm.run(List.of(), CandidateMain.class);
        assertThat(lines)
                .containsExactly(
                        "false this machine has no GPU, and OpenCL on a processor never beats simd", "libraries 0");
    }
}
