package org.wordloom.matrix;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.wordloom.TestRandom;

class SparseMatrixTest {
    @Test
    void transposesWithColumnsInOrder() {
        TestRandom random = TestRandom.create();
        for (int round = 0; round < 50; round++) {
            SparseMatrix matrix = SparseMatrices.random(random, random.below(12), random.below(12));
            SparseMatrix turned = matrix.transposed();
            double[][] a = SparseMatrices.dense(matrix);
            double[][] b = SparseMatrices.dense(turned);
            assertThat(turned.entries()).isEqualTo(matrix.entries());
            for (int row = 0; row < matrix.rows(); row++) {
                for (int column = 0; column < matrix.columns(); column++) {
                    assertThat(b[column][row]).isEqualTo(a[row][column]);
                }
            }
            assertColumnsAscend(turned);
        }
    }

    private static void assertColumnsAscend(SparseMatrix matrix) {
        for (int row = 0; row < matrix.rows(); row++) {
            for (int at = matrix.start(row) + 1; at < matrix.start(row + 1); at++) {
                assertThat(matrix.columnIndices()[at]).isGreaterThan(matrix.columnIndices()[at - 1]);
            }
        }
    }

    @Test
    void refusesArraysThatDoNotFit() {
        assertThatThrownBy(() -> new SparseMatrix(2, 2, new int[] {0, 1}, new int[1], new float[1]))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new SparseMatrix(1, 2, new int[] {0, 3}, new int[2], new float[3]))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
