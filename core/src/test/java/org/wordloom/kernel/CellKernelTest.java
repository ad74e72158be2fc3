package org.wordloom.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.wordloom.TestRandom;

/** All kernels against the double-precision reference, and against one another bit by bit. */
class CellKernelTest {
    private static final CellRule RULE = new CellRule(100f, 0.75f, 0.05f, 1f, 100f);
    private static final int ROWS = 7;
    private static final int COLUMNS = 5;

    private final TestRandom random = TestRandom.create();

    private static List<CellKernel> kernels() {
        List<CellKernel> kernels = new ArrayList<>(List.of(CellKernels.scalar()));
        if (!Kernels.processorTooNarrow()) {
            kernels.add(CellKernels.simd());
        }
        return kernels;
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3, 7, 8, 9, 15, 16, 17, 24, 31, 32, 33, 100, 104, 300})
    void allKernelsGiveTheSameBits(int dim) {
        for (float clip : new float[] {100f, 0.01f}) {
            CellRule rule = new CellRule(20f, 0.75f, 0.05f, 0.05f, clip);
            AdaGradRows words = RandomCells.rows(random, ROWS, dim, 1f);
            AdaGradRows contexts = RandomCells.rows(random, COLUMNS, dim, 1f);
            List<AdaGradRows> results = new ArrayList<>();
            List<Double> losses = new ArrayList<>();
            CellBatch first = RandomCells.batch(random, CellBatch.CAPACITY, ROWS, COLUMNS);
            CellBatch second = RandomCells.batch(random, 100, ROWS, COLUMNS);
            for (CellKernel kernel : kernels()) {
                AdaGradRows w = words.copy();
                AdaGradRows v = contexts.copy();
                losses.add(kernel.train(first, w, v, rule));
                losses.add(kernel.train(second, w, v, rule));
                results.add(w);
                results.add(v);
            }
            for (int k = 2; k < results.size(); k++) {
                requireSameBits(results.get(k), results.get(k % 2));
                assertThat(losses.get(k)).isEqualTo(losses.get(k % 2));
            }
        }
    }

    private static void requireSameBits(AdaGradRows rows, AdaGradRows expected) {
        assertThat(rows.lines()).containsExactly(expected.lines());
        assertThat(rows.biases()).containsExactly(expected.biases());
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 8, 13, 100})
    void agreesWithTheReference(int dim) {
        AdaGradRows words = RandomCells.rows(random, ROWS, dim, 0.5f);
        AdaGradRows contexts = RandomCells.rows(random, COLUMNS, dim, 0.5f);
        for (CellKernel kernel : kernels()) {
            AdaGradRows w = words.copy();
            AdaGradRows v = contexts.copy();
            CellReference.Rows slowW = new CellReference.Rows(w);
            CellReference.Rows slowV = new CellReference.Rows(v);
            CellBatch batch = RandomCells.batch(random, 200, ROWS, COLUMNS);
            double loss = kernel.train(batch, w, v, RULE);
            double slowLoss = 0;
            for (int k = 0; k < batch.size(); k++) {
                slowLoss += CellReference.step(slowW, slowV, batch.rows[k], batch.columns[k], batch.values[k], RULE);
            }
            assertThat(loss).isCloseTo(slowLoss, within(1e-4 * slowLoss));
            requireClose(w, slowW);
            requireClose(v, slowV);
        }
    }

    private static void requireClose(AdaGradRows rows, CellReference.Rows expected) {
        for (int row = 0; row < rows.rows(); row++) {
            for (int k = 0; k < rows.dim(); k++) {
                assertThat((double) rows.weight(row, k)).isCloseTo(expected.weights[row][k], within(1e-4));
                assertThat((double) rows.sum(row, k))
                        .isCloseTo(expected.weightSums[row][k], within(1e-4 * expected.weightSums[row][k]));
            }
            assertThat((double) rows.bias(row)).isCloseTo(expected.biases[row], within(1e-4));
            assertThat((double) rows.biasSum(row))
                    .isCloseTo(expected.biasSums[row], within(1e-4 * expected.biasSums[row]));
        }
    }

    /** With AdaGrad sums of 1 the first step is rate times the gradient of the loss. */
    @Test
    void stepsAlongTheGradientOfTheLoss() {
        int dim = 11;
        CellRule rule = new CellRule(10f, 0.75f, 0.25f, 0.25f, 1000f);
        for (float value : new float[] {0.4f, 3f, 50f}) {
            for (CellKernel kernel : kernels()) {
                AdaGradRows words = withSumsOfOne(1, dim);
                AdaGradRows contexts = withSumsOfOne(1, dim);
                CellReference.Rows slowWords = new CellReference.Rows(words);
                CellReference.Rows slowContexts = new CellReference.Rows(contexts);
                CellBatch batch = new CellBatch();
                batch.add(0, 0, value);
                kernel.train(batch, words, contexts, rule);
                for (int k = 0; k < dim; k++) {
                    double before = slowWords.weights[0][k];
                    double slope = slope(slowWords, slowContexts, slowWords.weights[0], k, value, rule);
                    assertThat((before - words.weight(0, k)) / 0.25).isCloseTo(slope, within(1e-5));
                    before = slowContexts.weights[0][k];
                    slope = slope(slowWords, slowContexts, slowContexts.weights[0], k, value, rule);
                    assertThat((before - contexts.weight(0, k)) / 0.25).isCloseTo(slope, within(1e-5));
                }
                double slope = slope(slowWords, slowContexts, slowWords.biases, 0, value, rule);
                assertThat((slowWords.biases[0] - words.bias(0)) / 0.25).isCloseTo(slope, within(1e-5));
                assertThat((slowContexts.biases[0] - contexts.bias(0)) / 0.25).isCloseTo(slope, within(1e-5));
            }
        }
    }

    private AdaGradRows withSumsOfOne(int rows, int dim) {
        AdaGradRows result = new AdaGradRows(rows, dim);
        for (int k = 0; k < dim; k++) {
            result.setWeight(0, k, RandomCells.uniform(random));
        }
        result.setBias(0, RandomCells.uniform(random));
        return result;
    }

    /** The derivative of the loss by one variable, by central differences. */
    private static double slope(
            CellReference.Rows words, CellReference.Rows contexts, double[] variables, int k, double x, CellRule rule) {
        double h = 1e-5;
        double at = variables[k];
        variables[k] = at + h;
        double above = CellReference.loss(words, contexts, 0, 0, x, rule);
        variables[k] = at - h;
        double below = CellReference.loss(words, contexts, 0, 0, x, rule);
        variables[k] = at;
        return (above - below) / (2 * h);
    }

    @Test
    void clipsTheGradientOfVectorsButNotOfBiases() {
        CellRule rule = new CellRule(1f, 1f, 0.5f, 1f, 0.125f);
        for (CellKernel kernel : kernels()) {
            AdaGradRows words = new AdaGradRows(1, 2);
            AdaGradRows contexts = new AdaGradRows(1, 2);
            contexts.setWeight(0, 0, 4f);
            contexts.setWeight(0, 1, -4f);
            words.setBias(0, 3f);
            CellBatch batch = new CellBatch();
            batch.add(0, 0, 1f);
            kernel.train(batch, words, contexts, rule);
            assertThat(words.weight(0, 0)).isEqualTo(-0.0625f);
            assertThat(words.weight(0, 1)).isEqualTo(0.0625f);
            assertThat(words.sum(0, 0)).isEqualTo(1 + 0.0625f * 0.0625f);
            assertThat(words.bias(0)).isZero();
            assertThat(words.biasSum(0)).isEqualTo(10f);
        }
    }

    @Test
    void paddingStaysAsItWas() {
        for (CellKernel kernel : kernels()) {
            AdaGradRows words = RandomCells.rows(random, ROWS, 3, 1f);
            AdaGradRows contexts = RandomCells.rows(random, COLUMNS, 3, 1f);
            kernel.train(RandomCells.batch(random, 300, ROWS, COLUMNS), words, contexts, RULE);
            for (int row = 0; row < ROWS; row++) {
                for (int lane = 3; lane < AdaGradRows.LANES; lane++) {
                    assertThat(words.lines[row * words.stride + lane]).isZero();
                    assertThat(words.lines[row * words.stride + AdaGradRows.LANES + lane])
                            .isEqualTo(1f);
                }
            }
        }
    }

    @Test
    void lossesTellOfNaNAndInfinity() {
        for (float bad : new float[] {Float.NaN, Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY, 3e38f}) {
            for (CellKernel kernel : kernels()) {
                AdaGradRows words = RandomCells.rows(random, 1, 20, 1f);
                AdaGradRows contexts = RandomCells.rows(random, 1, 20, 1f);
                words.setWeight(0, 13, bad);
                contexts.setWeight(0, 13, 2f);
                double loss = kernel.train(RandomCells.batch(random, 3, 1, 1), words, contexts, RULE);
                assertThat(Double.isFinite(loss)).as("loss %s", loss).isFalse();
            }
        }
    }
}
