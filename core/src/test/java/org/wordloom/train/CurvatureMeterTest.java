package org.wordloom.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.wordloom.TestRandom;
import org.wordloom.kernel.ContextGradient;
import org.wordloom.kernel.Tile;
import org.wordloom.kernel.TileKernels;
import org.wordloom.kernel.UpdateRule;
import org.wordloom.matrix.RowMatrix;
import org.wordloom.matrix.RowSpacing;
import org.wordloom.matrix.SpacedRows;
import org.wordloom.merge.Curvature;

/** The curvature of a tile is that of a parabola above its loss, and at predictions of 0 that of the loss itself. */
class CurvatureMeterTest {
    private static final int COLUMNS = 5;
    private static final int HIDDEN = 3;
    private static final int INPUTS = 2;
    private static final int OUTPUTS = 4;
    private static final double STEP = 1e-3;

    private final TestRandom random = TestRandom.create();
    private final double[][] input = rows(HIDDEN * INPUTS);
    private final double[][] output = rows(OUTPUTS);
    private final double[][] weights = rows(HIDDEN);

    @RepeatedTest(20)
    void theParabolaLiesAboveTheLoss() {
        CurvatureMeter meter = measured();
        double[] direction = rows(1)[0];
        double step = (random.below(2001) - 1000) / 100.0;
        checkParabola(output, direction, step, along(meter.output(), direction));
        checkParabola(input, direction, step, along(meter.input(), direction));
    }

    @RepeatedTest(5)
    void isTheSecondDerivativeWhereThePredictionIsZero() {
        for (double[] row : input) {
            Arrays.fill(row, 0, 2, 0);
        }
        for (double[] row : output) {
            Arrays.fill(row, 2, COLUMNS, 0);
        }
        CurvatureMeter meter = measured();
        assertThat(meter.output().updates()).isEqualTo(OUTPUTS);
        assertThat(meter.input().updates()).isEqualTo(HIDDEN * INPUTS);
        double[] direction = rows(1)[0];
        assertThat(along(meter.output(), direction)).isCloseTo(secondDerivative(output, direction), within(1e-4));
        assertThat(along(meter.input(), direction)).isCloseTo(secondDerivative(input, direction), within(1e-4));
    }

    /** Rows that each receive more than their share of a gradient move farther together, and meet more curvature. */
    @Test
    void rowsOfAMeanMeetTheCurvatureOfWhatTheyReceiveTogether() {
        double[] direction = rows(1)[0];
        CurvatureMeter mean = measured(ContextGradient.MEAN);
        double alone = along(mean.input(), direction);
        assertThat(along(measured(ContextGradient.SUM).input(), direction))
                .isCloseTo(INPUTS * alone, within(1e-6 * alone));
        assertThat(along(measured(ContextGradient.ROOT).input(), direction))
                .isCloseTo(Math.sqrt(INPUTS) * alone, within(1e-6 * alone));
        assertThat(measured(ContextGradient.SUM).output().sums())
                .containsExactly(mean.output().sums());
    }

    /** Threads measure tiles whose vectors lie as those of their rows do. */
    @RepeatedTest(2)
    void spareFloatsAreNoColumns() {
        int columns = 40;
        RowSpacing spacing = RowSpacing.forThreads(columns);
        assertThat(spacing.lines()).isEqualTo(3);
        RowMatrix inputRows = random(HIDDEN * INPUTS, columns);
        RowMatrix outputRows = random(OUTPUTS, columns);
        CurvatureMeter dense = measured(RowSpacing.dense(columns), inputRows, outputRows);
        CurvatureMeter spaced = measured(
                spacing, new SpacedRows(inputRows, spacing).matrix(), new SpacedRows(outputRows, spacing).matrix());
        assertThat(spaced.input().sums()).containsExactly(dense.input().sums(), within(1e-5));
        assertThat(spaced.output().sums()).containsExactly(dense.output().sums(), within(1e-5));
    }

    private CurvatureMeter measured(RowSpacing spacing, RowMatrix inputRows, RowMatrix outputRows) {
        Tile tile = tile(spacing.columns());
        TileKernels.scalar().multiply(tile, inputRows, outputRows);
        CurvatureMeter meter = new CurvatureMeter(spacing, new UpdateRule(ContextGradient.MEAN, null, null));
        meter.observe(tile);
        return meter;
    }

    private RowMatrix random(int rows, int columns) {
        RowMatrix matrix = new RowMatrix(rows, columns);
        for (int row = 0; row < rows; row++) {
            for (int c = 0; c < columns; c++) {
                matrix.set(row, c, random.below(2001) / 1000f - 1);
            }
        }
        return matrix;
    }

    private CurvatureMeter measured() {
        return measured(ContextGradient.MEAN);
    }

    private CurvatureMeter measured(ContextGradient gradient) {
        Tile tile = tile(COLUMNS);
        TileKernels.scalar().multiply(tile, matrix(input), matrix(output));
        CurvatureMeter meter = new CurvatureMeter(RowSpacing.dense(COLUMNS), new UpdateRule(gradient, null, null));
        meter.observe(tile);
        return meter;
    }

    private void checkParabola(double[][] rows, double[] v, double step, double curvature) {
        double before = loss();
        double slope = firstDerivative(rows, v);
        moveAll(rows, v, step);
        double after = loss();
        moveAll(rows, v, -step);
        assertThat(after).isLessThanOrEqualTo(before + step * slope + step * step * curvature / 2 + 1e-5);
    }

    @RepeatedTest(2)
    void tilesAreSampled() {
        Tile tile = tile(COLUMNS);
        TileKernels.scalar().multiply(tile, matrix(input), matrix(output));
        CurvatureMeter meter =
                new CurvatureMeter(RowSpacing.dense(COLUMNS), new UpdateRule(ContextGradient.SUM, null, null));
        for (int k = 0; k < 3000; k++) {
            meter.observe(tile);
        }
        assertThat(meter.output().updates()).isEqualTo(3 * OUTPUTS);
    }

    /** Each hidden vector is the mean of two rows of its own. */
    private Tile tile(int columns) {
        Tile tile = new Tile(HIDDEN, 1, OUTPUTS, columns);
        tile.clear();
        tile.addTarget(0);
        for (int i = 0; i < HIDDEN; i++) {
            tile.addHidden();
            for (int k = 0; k < INPUTS; k++) {
                tile.addInput(i * INPUTS + k);
            }
            tile.addPair(i, 0);
        }
        for (int j = 0; j < OUTPUTS; j++) {
            tile.addOutput(j, j == 0 ? 1f : 0f);
            for (int i = 0; i < HIDDEN; i++) {
                weights[i][j] = Math.abs(weights[i][j]);
                tile.setWeight(i, j, (float) weights[i][j]);
            }
        }
        return tile;
    }

    /** vᵀ·C·v. */
    private static double along(Curvature curvature, double[] v) {
        double[] sums = curvature.sums();
        double sum = 0;
        for (int i = 0; i < COLUMNS; i++) {
            for (int j = 0; j <= i; j++) {
                sum += (i == j ? 1 : 2) * sums[i * COLUMNS + j] * v[i] * v[j];
            }
        }
        return sum;
    }

    private double firstDerivative(double[][] rows, double[] v) {
        moveAll(rows, v, STEP);
        double above = loss();
        moveAll(rows, v, -2 * STEP);
        double below = loss();
        moveAll(rows, v, STEP);
        return (above - below) / (2 * STEP);
    }

    /** Of the loss when all rows of a side move together: outputs do not share a term, nor do hidden vectors. */
    private double secondDerivative(double[][] rows, double[] v) {
        double middle = loss();
        moveAll(rows, v, STEP);
        double above = loss();
        moveAll(rows, v, -2 * STEP);
        double below = loss();
        moveAll(rows, v, STEP);
        return (above - 2 * middle + below) / (STEP * STEP);
    }

    private static void moveAll(double[][] rows, double[] v, double step) {
        for (double[] row : rows) {
            for (int c = 0; c < COLUMNS; c++) {
                row[c] += step * v[c];
            }
        }
    }

    private double loss() {
        double loss = 0;
        for (int i = 0; i < HIDDEN; i++) {
            for (int j = 0; j < OUTPUTS; j++) {
                double product = 0;
                for (int c = 0; c < COLUMNS; c++) {
                    product += (input[i * INPUTS][c] + input[i * INPUTS + 1][c]) / 2 * output[j][c];
                }
                loss += weights[i][j] * Math.log1p(Math.exp(j == 0 ? -product : product));
            }
        }
        return loss;
    }

    private double[][] rows(int count) {
        double[][] rows = new double[count][COLUMNS];
        for (double[] row : rows) {
            for (int c = 0; c < COLUMNS; c++) {
                row[c] = random.below(2001) / 1000.0 - 1;
            }
        }
        return rows;
    }

    private static RowMatrix matrix(double[][] rows) {
        RowMatrix matrix = new RowMatrix(rows.length, COLUMNS);
        for (int row = 0; row < rows.length; row++) {
            for (int c = 0; c < COLUMNS; c++) {
                matrix.set(row, c, (float) rows[row][c]);
            }
        }
        return matrix;
    }
}
