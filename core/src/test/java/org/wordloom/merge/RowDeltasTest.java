package org.wordloom.merge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.wordloom.TestRandom;
import org.wordloom.matrix.RowMatrix;

class RowDeltasTest {
    private final TestRandom random = TestRandom.create();

    @Test
    void holdsTheChangeOfUpdatedRows() {
        RowMatrix before = matrix(6, 3);
        RowMatrix after = matrix(6, 3);
        RowDeltas deltas = RowDeltas.between(before, after, null, new float[] {0, 2, 0, 1, 7, 0});
        assertThat(deltas.size()).isEqualTo(3);
        int[] rows = {1, 3, 4};
        float[] updates = {2, 1, 7};
        for (int k = 0; k < 3; k++) {
            assertThat(deltas.row(k)).isEqualTo(rows[k]);
            assertThat(deltas.updates(k)).isEqualTo(updates[k]);
            for (int c = 0; c < 3; c++) {
                assertThat(deltas.values()[3 * k + c]).isEqualTo(after.get(rows[k], c) - before.get(rows[k], c));
            }
        }
    }

    @Test
    void rowsOfAWorkingSetKeepTheirNumbers() {
        RowMatrix before = matrix(3, 2);
        RowMatrix after = matrix(3, 2);
        RowDeltas deltas = RowDeltas.between(before, after, new int[] {4, 9, 11}, new float[] {1, 0, 5});
        assertThat(deltas.row(0)).isEqualTo(4);
        assertThat(deltas.row(1)).isEqualTo(11);
    }

    @Test
    void refusesArraysThatDoNotFit() {
        assertThatThrownBy(() -> new RowDeltas(new int[2], new float[2], new float[5], 3))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new RowDeltas(new int[2], new float[1], new float[6], 3))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private RowMatrix matrix(int rows, int columns) {
        RowMatrix matrix = new RowMatrix(rows, columns);
        for (int row = 0; row < rows; row++) {
            for (int c = 0; c < columns; c++) {
                matrix.set(row, c, random.below(1000) / 1000f - 0.5f);
            }
        }
        return matrix;
    }
}
