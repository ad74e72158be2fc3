package org.wordloom.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.wordloom.TestRandom;

/** Logarithms and weights against StrictMath. */
class CellWeightsTest {
    /** Half a unit in the last place is 6e-8 of the value; near 1, where the logarithm vanishes, an absolute bound. */
    private static final double RELATIVE = 2.5e-7;

    @Test
    void logarithmsAreCloseToStrictMath() {
        TestRandom random = TestRandom.create();
        int smallest = Float.floatToRawIntBits(Float.MIN_NORMAL);
        int largest = Float.floatToRawIntBits(Float.MAX_VALUE);
        for (int k = 0; k < 500_000; k++) {
            requireCloseLogarithm(Float.intBitsToFloat(smallest + random.below(largest - smallest)));
            requireCloseLogarithm(1f + (random.below(2_000_001) - 1_000_000) * 5e-7f);
        }
        requireCloseLogarithm(Float.MIN_NORMAL);
        requireCloseLogarithm(Float.MAX_VALUE);
        assertThat(CellWeights.logarithm(1f)).isZero();
    }

    private static void requireCloseLogarithm(float x) {
        double expected = StrictMath.log(x);
        double error = Math.abs(CellWeights.logarithm(x) - expected);
        if (!(error <= RELATIVE * Math.max(Math.abs(expected), 1e-3))) {
            throw new AssertionError("ln " + x + ": expected " + expected + ", found " + CellWeights.logarithm(x));
        }
    }

    @Test
    void thereIsNoLogarithmOfAnythingElse() {
        float[] others = {0f, -0f, -1f, Float.MIN_VALUE, Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY, Float.NaN};
        for (float x : others) {
            assertThat(CellWeights.logarithm(x)).as("ln %s", x).isNaN();
        }
    }

    @Test
    void powersAreCloseToStrictMath() {
        for (int k = 0; k <= 200_000; k++) {
            float y = -87f * k / 200_000;
            double expected = StrictMath.exp(y);
            double relative = 3e-7 + 1.2e-7 * Math.abs(y);
            if (!(Math.abs(CellWeights.power(y) - expected) <= relative * expected)) {
                throw new AssertionError("exp " + y + ": expected " + expected + ", found " + CellWeights.power(y));
            }
        }
        assertThat(CellWeights.power(0f)).isEqualTo(1f);
        assertThat(CellWeights.power(-1000f)).isZero();
        assertThat(CellWeights.power(Float.NaN)).isNaN();
    }

    @Test
    void weightsAreThoseOfThePaper() {
        for (float alpha : new float[] {0f, 0.5f, 0.75f, 1f}) {
            CellRule rule = new CellRule(10f, alpha, 0.05f, 1f, 100f);
            CellBatch batch = new CellBatch();
            for (float x = 0.001f; !batch.full(); x *= 1.03f) { // from xMax / 10⁴ to far above xMax
                batch.add(0, 0, x);
            }
            CellWeights.prepare(batch, rule);
            for (int k = 0; k < batch.size(); k++) {
                double x = batch.values[k];
                double expected = x >= 10 ? 1 : StrictMath.pow(x / 10, alpha);
                assertThat(Math.abs(batch.weights[k] - expected)).isLessThanOrEqualTo(1.5e-6 * expected);
            }
        }
    }
}
