package org.wordloom.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.wordloom.TestRandom;
import org.wordloom.matrix.RowMatrix;

/** The logistic function against StrictMath, and the bits of the vector code against the scalar code's. */
class LogisticTest {
    private static final float[] SPECIAL = {
        0f,
        -0f,
        Float.MIN_VALUE,
        -Float.MIN_VALUE,
        1e-30f,
        5.9999995f,
        6f,
        6.0000005f,
        -5.9999995f,
        -6f,
        -6.0000005f,
        Logistic.BOUND,
        Math.nextUp(Logistic.BOUND),
        Math.nextDown(Logistic.BOUND),
        -Logistic.BOUND,
        Math.nextUp(-Logistic.BOUND),
        Math.nextDown(-Logistic.BOUND),
        88.8f,
        -88.8f,
        1e10f,
        -1e10f,
        Float.MAX_VALUE,
        -Float.MAX_VALUE,
        Float.POSITIVE_INFINITY,
        Float.NEGATIVE_INFINITY,
        Float.NaN
    };

    @Test
    void isCloseToStrictMathOverTheWholeRange() {
        for (int k = -100_000; k <= 100_000; k++) {
            float x = k * (Logistic.BOUND / 100_000);
            double expected = TileReference.logistic(x);
            // The polynomial, and the rounding of x · log2(e), which the exponential amplifies.
            double relative = 3e-6 + 1.2e-7 * Math.abs(x);
            if (!(Math.abs(Logistic.of(x) - expected) <= relative * expected)) {
                throw new AssertionError("at " + x + ": expected " + expected + ", found " + Logistic.of(x));
            }
        }
    }

    @Test
    void isZeroOrOneBeyondTheBound() {
        for (float x : SPECIAL) {
            if (Math.abs(x) >= Logistic.BOUND) {
                assertThat(Logistic.of(x)).as("at %s", x).isCloseTo(x > 0 ? 1f : 0f, within(1e-30f));
            }
        }
    }

    @Test
    void keepsNaNAndTheMiddle() {
        assertThat(Logistic.of(Float.NaN)).isNaN();
        assertThat(Logistic.of(0f)).isEqualTo(0.5f);
        assertThat(Logistic.of(-0f)).isEqualTo(0.5f);
    }

    @ParameterizedTest
    @EnumSource(Link.class)
    void vectorsGiveTheSameBits(Link link) {
        assumeFalse(Kernels.processorTooNarrow(), "this processor has no 256-bit vectors");
        TestRandom random = TestRandom.create();
        float[] values = SPECIAL.clone();
        for (int round = 0; round < 500; round++) {
            assertThat(gradients(TileKernels.simd(), link, values))
                    .as("%s", link)
                    .containsExactly(gradients(TileKernels.scalar(), link, values));
            for (int k = 0; k < values.length; k++) {
                values[k] = (random.below(1 << 24) - (1 << 23)) * (200f / (1 << 24));
            }
        }
    }

    /** The bits of 0 − link(x) and 1 − link(x), through a tile whose products are the values themselves. */
    private static int[] gradients(TileKernel kernel, Link link, float[] values) {
        int n = values.length;
        RowMatrix input = new RowMatrix(n, 1);
        RowMatrix output = new RowMatrix(1, 1);
        output.set(0, 0, 1f);
        Tile tile = new Tile(n, 1, 2, 1);
        for (int i = 0; i < n; i++) {
            input.set(i, 0, values[i]);
            tile.addHidden();
            tile.addInput(i);
        }
        int[] bits = new int[2 * n];
        for (int j = 0; j < 2; j++) {
            tile.addOutput(0, j);
            for (int i = 0; i < n; i++) {
                tile.setWeight(i, j, 1f);
            }
        }
        kernel.multiply(tile, input, output);
        kernel.differentiate(tile, link, 1f);
        for (int i = 0; i < n; i++) {
            bits[2 * i] = Float.floatToIntBits(tile.product(i, 0));
            bits[2 * i + 1] = Float.floatToIntBits(tile.product(i, 1));
        }
        return bits;
    }
}
