package org.wordloom.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.wordloom.TestRandom;
import org.wordloom.matrix.RowMatrix;

/** Every kernel computes what the definition of the tile says, at all sizes, odd ones and leftovers included. */
class KernelAgreementTest {
    private static final int MOST = 20;
    private static final float RATE = 0.1f;

    private static final TestRandom RANDOM = TestRandom.create();

    private final List<TileKernel> kernels = Kernels.all();

    @ParameterizedTest
    @ValueSource(
            ints = {
                1, 2, 3, 4, 5, 6, 7, 8, 9, 15, 16, 17, 23, 24, 25, 31, 32, 33, 40, 47, 48, 49, 63, 64, 65, 100, 104,
                127, 128, 129, 200, 255, 256, 257, 300, 511, 512, 513, 1000, 1023, 1024, 1025, 2047, 2048, 2049, 4095,
                4096, 4097, 4098
            })
    void atEveryWidth(int columns) {
        RandomTiles tiles = new RandomTiles(RANDOM, MOST, MOST, columns);
        int repetitions = columns < 512 ? 4 : 1;
        for (int k = 0; k < repetitions; k++) {
            checkOneTile(tiles, 1 + RANDOM.below(MOST), 1 + RANDOM.below(MOST));
        }
    }

    @Test
    void atEveryNumberOfHiddenVectorsAndOutputs() {
        int columns = RANDOM.oneOf(5, 17, 24, 29);
        RandomTiles tiles = new RandomTiles(RANDOM, MOST, MOST, columns);
        for (int hidden = MOST; hidden >= 1; hidden--) {
            for (int outputs = 1; outputs <= MOST; outputs++) {
                checkOneTile(tiles, hidden, outputs);
            }
        }
    }

    @Test
    void ofATileThatIsExactlyFull() {
        for (int size = 1; size <= MOST; size++) {
            checkOneTile(new RandomTiles(RANDOM, size, size, 9), size, size);
        }
    }

    @Test
    void ofOneRowThatIsAllInputsAndAllOutputs() {
        for (int size = 1; size <= MOST; size++) {
            checkOneTile(new RandomTiles(RANDOM, size, size, 40), size, size, 1);
        }
    }

    @Test
    void ofATileWithoutOutputs() {
        for (int hidden = 1; hidden <= MOST; hidden++) {
            checkOneTile(new RandomTiles(RANDOM, MOST, MOST, 40), hidden, 0);
        }
    }

    private void checkOneTile(RandomTiles tiles, int hidden, int outputs) {
        checkOneTile(tiles, hidden, outputs, 1 + RANDOM.below(2 * MOST));
    }

    private void checkOneTile(RandomTiles tiles, int hidden, int outputs, int rows) {
        Tile tile = tiles.next(hidden, outputs, rows, RANDOM.below(2) == 0);
        RowMatrix input = tiles.matrix(rows, 3);
        RowMatrix output = tiles.matrix(rows, 3);
        TileReference reference =
                new TileReference(tile, TileReference.toDouble(input), TileReference.toDouble(output));
        Link link = nearTableEnd(reference, hidden, outputs) ? Link.LOGISTIC : RANDOM.oneOf(Link.values());
        UpdateRule rule = RANDOM.oneOf(
                new UpdateRule(ContextGradient.MEAN, null, null),
                new UpdateRule(ContextGradient.SUM, null, null),
                new UpdateRule(ContextGradient.ROOT, null, null),
                new UpdateRule(ContextGradient.MEAN, tiles.rates(rows), tiles.rates(rows)),
                new UpdateRule(ContextGradient.SUM, tiles.rates(rows), null));
        double[][] expectedInput = TileReference.toDouble(input);
        double[][] expectedOutput = TileReference.toDouble(output);
        reference.addUpdates(link, RATE, rule, expectedInput, expectedOutput);
        double[][] inputMoves = new double[rows][input.columns()];
        double[][] outputMoves = new double[rows][output.columns()];
        reference.addLargestUpdates(RATE, rule, inputMoves, outputMoves);
        for (TileKernel kernel : kernels) {
            RowMatrix actualInput = RandomTiles.copy(input);
            RowMatrix actualOutput = RandomTiles.copy(output);
            kernel.multiply(tile, actualInput, actualOutput);
            checkProducts(kernel, tile, reference);
            kernel.differentiate(tile, link, RATE);
            kernel.update(tile, actualInput, actualOutput, rule);
            String what = kernel.name() + ", n = " + hidden + ", m = " + outputs + ", " + link;
            checkMatrix(what + ", input", actualInput, expectedInput, inputMoves);
            checkMatrix(what + ", output", actualOutput, expectedOutput, outputMoves);
        }
    }

    /** Where the link jumps, single and double precision may fall on different sides. */
    private static boolean nearTableEnd(TileReference reference, int hidden, int outputs) {
        return IntStream.range(0, hidden).anyMatch(i -> IntStream.range(0, outputs)
                .anyMatch(j -> Math.abs(Math.abs(reference.product(i, j)) - 6) < 1e-3));
    }

    private static void checkProducts(TileKernel kernel, Tile tile, TileReference reference) {
        for (int i = 0; i < tile.hidden(); i++) {
            for (int j = 0; j < tile.outputs(); j++) {
                assertThat((double) tile.product(i, j))
                        .as("%s, product %d, %d", kernel.name(), i, j)
                        .isCloseTo(reference.product(i, j), within(1e-5 + 5e-7 * reference.magnitude(i, j)));
            }
        }
    }

    private static void checkMatrix(String what, RowMatrix actual, double[][] expected, double[][] moves) {
        for (int row = 0; row < actual.rows(); row++) {
            for (int c = 0; c < actual.columns(); c++) {
                double tolerance = 1e-5 * (1 + Math.abs(expected[row][c])) + 1e-6 * moves[row][c];
                if (!(Math.abs(actual.get(row, c) - expected[row][c]) <= tolerance)) {
                    throw new AssertionError(what + ", row " + row + ", column " + c + " of " + actual.columns()
                            + ": expected " + expected[row][c] + ", found " + actual.get(row, c));
                }
            }
            for (int c = actual.columns(); c < actual.stride(); c++) {
                assertThat(actual.chunk(row)[actual.offset(row) + c])
                        .as("%s, padding of row %d", what, row)
                        .isZero();
            }
        }
    }
}
