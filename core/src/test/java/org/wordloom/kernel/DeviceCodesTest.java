package org.wordloom.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Kernels of devices know these by literal numbers. */
class DeviceCodesTest {
    @Test
    void codesStayWhatTheyAre() {
        assertThat(Link.LOGISTIC.code()).isEqualTo(0);
        assertThat(Link.LOGISTIC_CLAMPED.code()).isEqualTo(1);
        assertThat(Link.LOGISTIC_SKIPPED.code()).isEqualTo(2);
        assertThat(ContextGradient.MEAN.code()).isEqualTo(0);
        assertThat(ContextGradient.ROOT.code()).isEqualTo(1);
        assertThat(ContextGradient.SUM.code()).isEqualTo(2);
    }
}
