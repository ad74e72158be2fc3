package org.wordloom.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.wordloom.TestRandom;
import org.wordloom.matrix.RowMatrix;

/** Four targets at once get the bits that two and two get; here also where a processor has too few registers to use it. */
class SimdRowQuadTest {
    private static final TestRandom RANDOM = TestRandom.create();

    private final RowQuad quad = new RowQuad();

    @Test
    void addsWhatPairsAdd() {
        for (int k = 0; k < 50; k++) {
            int columns = 1 + RANDOM.below(100);
            RandomTiles rows = new RandomTiles(RANDOM, 1, 1, columns);
            RowMatrix targets = rows.matrix(6, 1);
            RowMatrix pairs = RandomTiles.copy(targets);
            int stride = targets.stride();
            float[] x = paddedRows(rows.matrix(4, 1));
            float[] g = new RandomTiles(RANDOM, 1, 1, 16).matrix(1, 1).row(0);
            assertThat(quad.choose(targets, 5, 0, 3, 2)).isTrue();
            SimdRowQuad.addFour(
                    quad, x, 0, stride, g[0], g[1], g[2], g[3], g[4], g[5], g[6], g[7], g[8], g[9], g[10], g[11], g[12],
                    g[13], g[14], g[15]);
            SimdRowQuad.addTwo(quad, x, stride, stride, g[0], g[1], g[4], g[5], g[8], g[9], g[12], g[13]);
            addPair(x, stride, g, 0, pairs, 5, 0);
            addPair(x, stride, g, 8, pairs, 3, 2);
            assertThat(paddedRows(targets)).isEqualTo(paddedRows(pairs));
        }
    }

    @Test
    void needsFourDifferentRows() {
        RowMatrix matrix = new RowMatrix(4, 3);
        assertThat(quad.choose(matrix, 3, 1, 2, 0)).isTrue();
        for (int[] rows :
                new int[][] {{1, 1, 2, 3}, {1, 2, 1, 3}, {1, 2, 3, 1}, {1, 2, 2, 3}, {1, 2, 3, 2}, {1, 2, 3, 3}}) {
            assertThat(quad.choose(matrix, rows[0], rows[1], rows[2], rows[3])).isFalse();
        }
    }

    /** Rows with their padding, one behind the other; where they begin in their arrays depends on where these lie. */
    private static float[] paddedRows(RowMatrix matrix) {
        float[] rows = new float[matrix.rows() * matrix.stride()];
        for (int row = 0; row < matrix.rows(); row++) {
            System.arraycopy(matrix.chunk(row), matrix.offset(row), rows, row * matrix.stride(), matrix.stride());
        }
        return rows;
    }

    private static void addPair(float[] x, int stride, float[] g, int at, RowMatrix matrix, int row0, int row1) {
        float[] target = matrix.chunk(0);
        int at0 = matrix.offset(row0);
        int at1 = matrix.offset(row1);
        SimdRowPair.addFour(
                x, 0, stride, g[at], g[at + 1], g[at + 2], g[at + 3], g[at + 4], g[at + 5], g[at + 6], g[at + 7],
                target, at0, target, at1);
        SimdRowPair.addTwo(x, stride, stride, g[at], g[at + 1], g[at + 4], g[at + 5], target, at0, target, at1);
    }
}
