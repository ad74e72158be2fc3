package org.wordloom.merge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.wordloom.TestRandom;

class SpectrumTest {
    private static final int SIZE = 12;

    @Test
    void vectorsTimesValuesGiveTheMatrix() {
        double[] lower = Changes.curvature(TestRandom.create(), SIZE).sums();
        Spectrum spectrum = new Spectrum(lower, SIZE);
        for (int i = 0; i < SIZE; i++) {
            for (int j = 0; j <= i; j++) {
                double sum = 0;
                double product = 0;
                for (int k = 0; k < SIZE; k++) {
                    sum += spectrum.value(k) * spectrum.vector(k)[i] * spectrum.vector(k)[j];
                    product += spectrum.vector(i)[k] * spectrum.vector(j)[k];
                }
                assertThat(sum).isCloseTo(lower[i * SIZE + j], within(1e-9));
                assertThat(product).isCloseTo(i == j ? 1 : 0, within(1e-12));
            }
        }
    }

    @Test
    void nothingMeasuredIsNoTrouble() {
        Spectrum spectrum = new Spectrum(new double[9], 3);
        for (int k = 0; k < 3; k++) {
            assertThat(spectrum.value(k)).isZero();
            assertThat(spectrum.vector(k)[k]).isEqualTo(1);
        }
    }
}
