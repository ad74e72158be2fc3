package org.wordloom.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.wordloom.format.Vectors;
import org.wordloom.kernel.TileKernels;

class DotBlockTest {
    private final Random random = Vectors.random();

    @Test
    void testsRunWithTheVectorApi() {
        String obstacle = TileKernels.simdObstacle();
        assumeFalse(obstacle != null && obstacle.contains("processor"), obstacle);
        assertThat(DotBlock.best().name()).isEqualTo("simd");
        assertThat(DotBlock.best()).isInstanceOf(SimdDotBlock.class);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 7, 8, 9, 15, 16, 17, 100, 300, 1023, 4098})
    void bothImplementationsGiveTheSameBitsAndTheRightSum(int columns) {
        int panels = 1 + random.nextInt(3);
        float[] queries = gaussians(columns * DotBlock.GROUP);
        int from = random.nextInt(50);
        float[] block = gaussians(from + columns * DotBlock.PANEL * panels);
        float[] scalar = new float[DotBlock.GROUP * DotBlock.ROWS];
        float[] simd = new float[DotBlock.GROUP * DotBlock.ROWS];
        new ScalarDotBlock().multiply(queries, block, from, panels, columns, scalar);
        new SimdDotBlock().multiply(queries, block, from, panels, columns, simd);
        assertThat(Arrays.equals(simd, scalar)).isTrue();
        for (int query = 0; query < DotBlock.GROUP; query++) {
            for (int row = 0; row < panels * DotBlock.PANEL; row++) {
                double expected = dot(queries, query, block, from, row, columns);
                assertThat((double) scalar[query * DotBlock.ROWS + row])
                        .isBetween(expected - 1e-5 * columns, expected + 1e-5 * columns);
            }
        }
    }

    private static double dot(float[] queries, int query, float[] block, int from, int row, int columns) {
        int base = from + row / DotBlock.PANEL * DotBlock.PANEL * columns + row % DotBlock.PANEL;
        double sum = 0;
        for (int column = 0; column < columns; column++) {
            sum += (double) queries[column * DotBlock.GROUP + query] * block[base + column * DotBlock.PANEL];
        }
        return sum;
    }

    @Test
    void bothFindTheFirstScoreAbove() {
        float[] scores = gaussians(70);
        scores[11] = Float.NaN;
        for (int from = 0; from < 40; from++) {
            for (int to = from; to < 70; to++) {
                float threshold = (float) random.nextGaussian();
                assertThat(new SimdDotBlock().firstAbove(scores, from, to, threshold))
                        .isEqualTo(new ScalarDotBlock().firstAbove(scores, from, to, threshold));
            }
        }
        assertThat(new ScalarDotBlock().firstAbove(new float[] {1, 2, 3}, 0, 3, 2))
                .isEqualTo(2);
        assertThat(new ScalarDotBlock().firstAbove(new float[] {1, 2, 3}, 0, 3, 3))
                .isEqualTo(3);
    }

    private float[] gaussians(int length) {
        float[] result = new float[length];
        for (int i = 0; i < length; i++) {
            result[i] = (float) random.nextGaussian();
        }
        return result;
    }
}
