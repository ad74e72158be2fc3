package org.wordloom.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.wordloom.TestRandom;
import org.wordloom.matrix.RowMatrix;

/** A step of the tile goes down the gradient of its loss, as finite differences find it. */
class TileGradientTest {
    private static final int TILES = 20;
    private static final int COLUMNS = 5;
    private static final float RATE = 0.5f;
    private static final double STEP = 1e-5;

    private final TestRandom random = TestRandom.create();

    /** Products stay far from ±6, where the three links are one. */
    @ParameterizedTest
    @EnumSource(Link.class)
    void theUpdateIsMinusRateTimesTheGradient(Link link) {
        RandomTiles tiles = new RandomTiles(random, 6, 7, COLUMNS);
        for (int k = 0; k < TILES; k++) {
            int rows = 1 + random.below(10);
            Tile tile = tiles.next(1 + random.below(6), 1 + random.below(7), rows, true);
            RowMatrix input = tiles.matrix(rows, 0.5);
            RowMatrix output = tiles.matrix(rows, 0.5);
            for (TileKernel kernel : Kernels.all()) {
                check(kernel, tile, link, input, output);
            }
        }
    }

    private static void check(TileKernel kernel, Tile tile, Link link, RowMatrix input, RowMatrix output) {
        double[][] inputBefore = TileReference.toDouble(input);
        double[][] outputBefore = TileReference.toDouble(output);
        RowMatrix newInput = RandomTiles.copy(input);
        RowMatrix newOutput = RandomTiles.copy(output);
        kernel.multiply(tile, newInput, newOutput);
        kernel.differentiate(tile, link, RATE);
        kernel.update(tile, newInput, newOutput, new UpdateRule(ContextGradient.MEAN, null, null));
        TileReference loss = new TileReference(tile, inputBefore, outputBefore);
        checkMatrix(kernel.name() + " input", loss, inputBefore, newInput);
        checkMatrix(kernel.name() + " output", loss, outputBefore, newOutput);
    }

    private static void checkMatrix(String what, TileReference loss, double[][] before, RowMatrix after) {
        for (int row = 0; row < before.length; row++) {
            for (int c = 0; c < COLUMNS; c++) {
                double step = after.get(row, c) - before[row][c];
                assertThat(step)
                        .as("%s, row %d, column %d", what, row, c)
                        .isCloseTo(-RATE * derivative(loss, before, row, c), within(1e-5));
            }
        }
    }

    private static double derivative(TileReference loss, double[][] values, int row, int c) {
        double value = values[row][c];
        values[row][c] = value + STEP;
        double above = loss.loss();
        values[row][c] = value - STEP;
        double below = loss.loss();
        values[row][c] = value;
        return (above - below) / (2 * STEP);
    }
}
