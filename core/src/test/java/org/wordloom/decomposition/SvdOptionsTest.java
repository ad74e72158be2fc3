package org.wordloom.decomposition;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.wordloom.base.Problems;
import org.wordloom.train.TrainingOptions.KernelChoice;

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
