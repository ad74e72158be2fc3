package org.wordloom.merge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class CurvatureTest {
    @Test
    void aVectorAddsItsProductWithItselfInTheLowerTriangle() {
        Curvature curvature = new Curvature(3);
        curvature.add(new float[] {9, 9, 1, 2, -3, 9}, 2, 0.5);
        curvature.addUpdates(4);
        assertThat(curvature.columns()).isEqualTo(3);
        assertThat(curvature.updates()).isEqualTo(4);
        assertThat(curvature.sums()).containsExactly(0.5, 0, 0, 1, 2, 0, -1.5, -3, 4.5);
    }

    @Test
    void thoseOfReplicasAddUp() {
        Curvature one = new Curvature(2, new double[] {1, 0, 2, 3}, 10);
        one.add(new Curvature(2, new double[] {10, 0, 20, 30}, 5));
        assertThat(one.sums()).containsExactly(11, 0, 22, 33);
        assertThat(one.updates()).isEqualTo(15);
    }

    @Test
    void sumsAreCopies() {
        double[] sums = {1, 0, 2, 3};
        Curvature curvature = new Curvature(2, sums, 1);
        sums[0] = 7;
        curvature.sums()[0] = 8;
        assertThat(curvature.sums()).containsExactly(1, 0, 2, 3);
    }

    @Test
    void sumsMustFitTheColumns() {
        assertThatThrownBy(() -> new Curvature(3, new double[4], 1)).isInstanceOf(IllegalArgumentException.class);
    }

    /** Rounding may make the smallest eigenvalues negative, which would turn shrinking into growing. */
    @Test
    void eigenvaluesAreNeverNegative() {
        CurvatureSpectrum spectrum = CurvatureSpectrum.of(new Curvature(2, new double[] {1, 0, 2, 1}, 6));
        double[] values = spectrum.values().clone();
        Arrays.sort(values);
        assertThat(values[0]).isZero();
        assertThat(values[1]).isCloseTo(3, within(1e-12));
        assertThat(spectrum.updates()).isEqualTo(6);
        assertThat(spectrum.columns()).isEqualTo(2);
    }
}
