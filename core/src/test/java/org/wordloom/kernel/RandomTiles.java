package org.wordloom.kernel;

import org.wordloom.TestRandom;
import org.wordloom.matrix.RowMatrix;

/** Tiles and matrices of random content. A tile is reused, so that it always holds the leftovers of the last one. */
final class RandomTiles {
    private static final int INPUTS = 4;

    private final TestRandom random;
    private final Tile tile;
    private final int columns;

    RandomTiles(TestRandom random, int maxHidden, int maxOutputs, int columns) {
        this.random = random;
        this.tile = new Tile(maxHidden, 1, maxOutputs, columns);
        this.columns = columns;
    }

    /**
     * @param rows rows of the matrices; few of them make many duplicates
     * @param several whether a hidden vector may be the mean of several rows
     */
    Tile next(int hidden, int outputs, int rows, boolean several) {
        tile.clear();
        for (int i = 0; i < hidden; i++) {
            tile.addHidden();
            int inputs = several ? 1 + random.below(INPUTS) : 1;
            for (int k = 0; k < inputs; k++) {
                tile.addInput(random.below(rows));
            }
        }
        for (int j = 0; j < outputs; j++) {
            tile.addOutput(random.below(rows), random.below(2));
            for (int i = 0; i < hidden; i++) {
                tile.setWeight(i, j, random.oneOf(0f, 1f, 0.4f));
            }
        }
        return tile;
    }

    /** A matrix such that the product of two rows of two of them has about this standard deviation. */
    RowMatrix matrix(int rows, double productDeviation) {
        RowMatrix matrix = new RowMatrix(rows, columns);
        double bound = Math.sqrt(3 * productDeviation / Math.sqrt(columns));
        for (int row = 0; row < rows; row++) {
            for (int c = 0; c < columns; c++) {
                matrix.set(row, c, (float) (bound * (random.below(1 << 20) / (double) (1 << 19) - 1)));
            }
        }
        return matrix;
    }

    float[] rates(int rows) {
        float[] rates = new float[rows];
        for (int row = 0; row < rows; row++) {
            rates[row] = (1 + random.below(100)) / 100f;
        }
        return rates;
    }

    static RowMatrix copy(RowMatrix matrix) {
        RowMatrix copy = new RowMatrix(matrix.rows(), matrix.columns());
        for (int row = 0; row < matrix.rows(); row++) {
            copy.setRow(row, matrix.row(row), 0);
        }
        return copy;
    }
}
