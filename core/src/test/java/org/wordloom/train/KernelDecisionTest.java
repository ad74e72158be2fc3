package org.wordloom.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.wordloom.base.Problems;
import org.wordloom.kernel.TileKernels;
import org.wordloom.opencl.KernelTrial;
import org.wordloom.opencl.OpenClDevice;

class KernelDecisionTest {
    @Test
    void whatWasAskedForRunsWithoutATrial() {
        KernelDecision decision =
                KernelDecision.of(KernelChoice.SCALAR, OptionalInt.empty(), 1, KernelDecisionTest::neverTried);
        assertThat(decision.kernel()).isEqualTo(KernelChoice.SCALAR);
        assertThat(decision.sentence()).isEqualTo("the scalar kernel runs: it was asked for");
    }

    @Test
    void whatHasNoOpenClFormTakesTheFastestOfTheProcessor() {
        KernelDecision decision = KernelDecision.of(KernelChoice.AUTO);
        assertThat(decision.name()).isEqualTo(TileKernels.fastest().name());
        assertThat(decision.device()).isEmpty();
        assertThat(decision.reason()).isEqualTo("there is no OpenCL form of this computation");
    }

    @Test
    void openClIsRefusedWhereThereIsNoForm() {
        Problems problems = new Problems();
        KernelDecision.refuseOpenCl(KernelChoice.AUTO, "sorting", problems);
        assertThat(problems.all()).isEmpty();
        KernelDecision.refuseOpenCl(KernelChoice.OPENCL, "sorting", problems);
        assertThat(problems.all())
                .containsExactly("--kernel opencl: sorting has no OpenCL form; use auto, simd or scalar");
    }

    @Test
    void exactModeUsesNoDeviceAndSaysWhy() {
        assertThat(KernelDecision.ofExact(KernelChoice.AUTO).reason()).contains("the same bits");
        assertThat(KernelDecision.ofExact(KernelChoice.SCALAR).name()).isEqualTo("scalar");
        assertThatThrownBy(() -> KernelDecision.ofExact(KernelChoice.OPENCL)).hasMessageContaining("--exact");
        Problems problems = new Problems();
        KernelDecision.refuseExactOpenCl(KernelChoice.OPENCL, false, problems);
        KernelDecision.refuseExactOpenCl(KernelChoice.AUTO, true, problems);
        assertThat(problems.all()).isEmpty();
        KernelDecision.refuseExactOpenCl(KernelChoice.OPENCL, true, problems);
        assertThat(problems.all()).singleElement().asString().contains("--exact", "no two runs give the same bits");
    }

    private static KernelTrial.Decision neverTried(OpenClDevice device) {
        throw new AssertionError("a trial on " + device);
    }
}
