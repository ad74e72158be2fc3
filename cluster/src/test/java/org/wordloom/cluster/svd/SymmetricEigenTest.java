package org.wordloom.cluster.svd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.wordloom.base.WordloomException;

class SymmetricEigenTest {
    private static final int STRIDE = 8;

    @Test
    void readsTheUpperTriangleAndSortsTheValues() {
        double[] gram = new double[3 * STRIDE];
        gram[0] = 2;
        gram[1] = 1;
        gram[STRIDE] = 99; // below the diagonal: means nothing
        gram[STRIDE + 1] = 2;
        gram[2 * STRIDE + 2] = 5;
        SymmetricEigen eigen = SymmetricEigen.of(gram, 3, STRIDE);
        assertThat(eigen.values()).containsExactly(new double[] {5, 3, 1}, within(1e-12));
        assertThat(Math.abs(eigen.vectors()[0][1])).isCloseTo(Math.sqrt(0.5), within(1e-12));
        double[] scaled = eigen.scaled(2, STRIDE, j -> j == 0 ? 10 : 1);
        assertThat(Math.abs(scaled[2 * STRIDE])).isCloseTo(10, within(1e-12));
        assertThat(scaled[2]).isZero();
    }

    @Test
    void leavesOutWhatIsNoise() {
        double[] gram = new double[2 * STRIDE];
        gram[0] = 1;
        gram[STRIDE + 1] = 1e-14;
        assertThat(SymmetricEigen.of(gram, 2, STRIDE).rank()).isEqualTo(1);
        assertThat(SymmetricEigen.of(new double[2 * STRIDE], 2, STRIDE).rank()).isZero();
    }

    @Test
    void refusesNumbersThatAreNone() {
        double[] gram = {1, Double.NaN, 0, 0, 0, 0, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0};
        assertThatThrownBy(() -> SymmetricEigen.of(gram, 2, STRIDE))
                .isInstanceOf(WordloomException.class)
                .hasMessageContaining("NaN");
    }
}
