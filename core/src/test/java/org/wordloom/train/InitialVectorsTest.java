package org.wordloom.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.wordloom.base.CounterRandom;
import org.wordloom.matrix.RowMatrix;

/** Where training begins: the references of training begin there too, and would follow any slip. */
class InitialVectorsTest {
    private static final int COLUMNS = 20;

    @Test
    void valuesAreWord2vecs() {
        RowMatrix matrix = new RowMatrix(5000, COLUMNS);
        InitialVectors.uniform(matrix, 7);
        double sum = 0;
        double squares = 0;
        float least = 1;
        float most = -1;
        for (int row = 0; row < matrix.rows(); row++) {
            for (float value : matrix.row(row)) {
                sum += value;
                squares += (double) value * value;
                least = Math.min(least, value);
                most = Math.max(most, value);
            }
        }
        int values = matrix.rows() * COLUMNS;
        assertThat(least).isBetween(-0.5f / COLUMNS, -0.499f / COLUMNS);
        assertThat(most).isBetween(0.499f / COLUMNS, Math.nextDown(0.5f / COLUMNS));
        assertThat(sum / values).isCloseTo(0, within(6 / Math.sqrt(12.0 * values) / COLUMNS));
        // A uniform distribution of width 1 has the variance 1/12.
        assertThat(squares / values * COLUMNS * COLUMNS).isCloseTo(1 / 12.0, within(0.002));
    }

    /** Every value is a number of one stream, by row and column: the same in every version. */
    @Test
    void aValueIsAFunctionOfSeedRowAndColumn() {
        long stream = CounterRandom.key(7, CounterRandom.Purpose.INITIAL_VECTORS);
        RowMatrix matrix = new RowMatrix(9, COLUMNS);
        InitialVectors.uniform(matrix, 7);
        for (int row = 0; row < 9; row++) {
            for (int column = 0; column < COLUMNS; column++) {
                float unit = CounterRandom.unitFloat(CounterRandom.at(stream, (long) row * COLUMNS + column));
                assertThat(matrix.get(row, column)).isEqualTo((unit - 0.5f) / COLUMNS);
            }
        }
    }

    @Test
    void partsOfAMatrixBeginAsTheWhole() {
        RowMatrix whole = new RowMatrix(9, COLUMNS);
        InitialVectors.uniform(whole, 7);
        RowMatrix end = new RowMatrix(4, COLUMNS);
        InitialVectors.uniform(end, 5, 7);
        for (int row = 0; row < 4; row++) {
            assertThat(end.row(row)).containsExactly(whole.row(5 + row));
        }
        RowMatrix one = new RowMatrix(2, COLUMNS);
        InitialVectors.uniform(one, 1, CounterRandom.key(7, CounterRandom.Purpose.INITIAL_VECTORS), 8);
        assertThat(one.row(1)).containsExactly(whole.row(8));
        assertThat(one.row(0)).containsOnly(0f);
    }
}
