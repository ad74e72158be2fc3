package org.wordloom.decomposition;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.wordloom.base.Problems;
import org.wordloom.train.KernelChoice;

class SvdOptionsTest {
    @Test
    void defaultsAreValid() {
        Problems problems = new Problems();
        SvdOptions.defaults().validate(problems);
        assertThat(problems.all()).isEmpty();
        assertThat(SvdOptions.defaults().width(1_000_000))
                .isEqualTo(SvdOptions.defaults().dim() + SvdOptions.defaults().oversampling());
        assertThat(SvdOptions.defaults().width(50)).isEqualTo(50);
    }

    @Test
    void limitsAreIncluded() {
        assertThat(problems(new SvdOptions(1, 1e-9, 0, 0, 0, 0, 1, 0, KernelChoice.SIMD)))
                .isEmpty();
        assertThat(problems(new SvdOptions(4096, 1e9, 1, 1, 4096, 100, 1, 4096, KernelChoice.SCALAR)))
                .isEmpty();
        assertThat(problems(new SvdOptions(4097, 0, 1.001, 1.001, 4097, 101, 1, 4097, KernelChoice.AUTO)))
                .hasSize(7);
        assertThat(problems(
                        new SvdOptions(1, Double.POSITIVE_INFINITY, -0.001, -0.001, -1, -1, 1, 1, KernelChoice.AUTO)))
                .hasSize(5);
    }

    @Test
    void devicesAreRefused() {
        assertThat(problems(new SvdOptions(100, 1, 1, 1, 20, 4, 1, 1, KernelChoice.OPENCL)))
                .hasSize(1)
                .allMatch(problem -> problem.contains("opencl") && problem.contains("singular value decomposition"));
    }

    private static List<String> problems(SvdOptions options) {
        Problems problems = new Problems();
        options.validate(problems);
        return problems.all();
    }

    @Test
    void everyMistakeIsReported() {
        Problems problems = new Problems();
        new SvdOptions(0, 0, 2, -1, -1, 101, 1, -1, KernelChoice.AUTO).validate(problems);
        assertThat(String.join("\n", problems.all()))
                .contains("--dim", "--shift", "--context-smoothing", "--eigenvalue-weighting")
                .contains("--oversampling", "--power-iterations", "--threads");
        Problems other = new Problems();
        new SvdOptions(5000, Double.NaN, Double.NaN, Double.NaN, 0, 0, 1, 0, KernelChoice.AUTO).validate(other);
        assertThat(other.all()).hasSize(4);
    }
}
