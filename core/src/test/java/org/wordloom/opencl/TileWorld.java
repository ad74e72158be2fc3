package org.wordloom.opencl;

import java.util.function.IntSupplier;
import org.wordloom.TestRandom;
import org.wordloom.base.RandomStream;
import org.wordloom.kernel.Link;
import org.wordloom.kernel.ScalarTileKernel;
import org.wordloom.kernel.Tile;
import org.wordloom.kernel.TileKernel;
import org.wordloom.kernel.UpdateRule;
import org.wordloom.matrix.RowMatrix;
import org.wordloom.objective.NegativeSampling;
import org.wordloom.vocab.NoiseSampler;

/** Matrices, tiles and negatives of random content; every tile goes into a batch and is trained on the host. */
final class TileWorld {
    private static final TileKernel KERNEL = new ScalarTileKernel();

    final TestRandom random;
    final TileTraining training;
    final RowMatrix input;
    final RowMatrix output;
    final Tile tile;
    private final NegativeSampling objective;

    /** @param negatives K, of which {@code shape.drawn()} are drawn for a tile */
    TileWorld(TestRandom random, TileShape shape, int negatives, UpdateRule rule, Link link) {
        this.random = random;
        this.input = matrix(shape.inputRows(), shape.columns());
        this.output = matrix(shape.outputRows(), shape.columns());
        this.tile = new Tile(shape.hidden(), shape.outputs(), shape.allOutputs(), shape.columns());
        NoiseSampler noise = noise(shape.outputRows());
        this.objective = new NegativeSampling(noise, shape.outputRows(), negatives, shape.drawn(), link);
        TileNegatives drawn =
                shape.drawn() == 0 ? null : new TileNegatives(noise, null, shape.drawn(), objective.share());
        this.training = new TileTraining(shape, drawn, rule, link);
    }

    private NoiseSampler noise(int words) {
        double[] weights = new double[words];
        for (int word = 0; word < words; word++) {
            weights[word] = 1.0 / (1 + random.below(50));
        }
        return new NoiseSampler(weights);
    }

    /** Products of two rows deviate by about 3 from 0: some lie where links end. */
    private RowMatrix matrix(int rows, int columns) {
        RowMatrix matrix = new RowMatrix(rows, columns);
        double bound = Math.sqrt(9 / Math.sqrt(columns));
        for (int row = 0; row < rows; row++) {
            for (int c = 0; c < columns; c++) {
                matrix.set(row, c, (float) (bound * (random.below(1 << 20) / (double) (1 << 19) - 1)));
            }
        }
        return matrix;
    }

    static float[] rates(TestRandom random, int rows) {
        float[] rates = new float[rows];
        for (int row = 0; row < rows; row++) {
            rates[row] = (1 + random.below(100)) / 100f;
        }
        return rates;
    }

    /**
     * Adds a tile to the batch and trains it on the host, where it draws the negatives that the device is to draw.
     *
     * @param inputs rows of each hidden vector
     * @return its loss
     */
    double add(TileBatch batch, int hidden, int inputs, int targets, IntSupplier inputRow, IntSupplier outputRow) {
        fill(hidden, inputs, targets, inputRow, outputRow);
        float rate = 0.1f * (1 + random.below(10));
        long key = random.bits();
        objective.addTargets(tile);
        batch.add(tile, rate, key);
        objective.addNegatives(tile, new RandomStream(key));
        KERNEL.multiply(tile, input, output);
        double loss = loss();
        KERNEL.differentiate(tile, training.link(), rate);
        KERNEL.update(tile, input, output, training.rule());
        return loss;
    }

    private void fill(int hidden, int inputs, int targets, IntSupplier inputRow, IntSupplier outputRow) {
        tile.clear();
        for (int t = 0; t < targets; t++) {
            tile.addTarget(outputRow.getAsInt());
        }
        for (int i = 0; i < hidden; i++) {
            tile.addHidden();
            for (int k = 0; k < inputs; k++) {
                tile.addInput(inputRow.getAsInt());
            }
            for (int t = 0; t < targets; t++) {
                if (t == i % targets || random.below(2) == 0) {
                    tile.addPair(i, t);
                }
            }
        }
    }

    private double loss() {
        double loss = 0;
        for (int i = 0; i < tile.hidden(); i++) {
            for (int j = 0; j < tile.outputs(); j++) {
                double x = tile.label(j) > 0 ? tile.product(i, j) : -tile.product(i, j);
                loss += tile.weight(i, j) * (Math.log1p(Math.exp(-Math.abs(x))) + Math.max(-x, 0));
            }
        }
        return loss;
    }

    static RowMatrix copy(RowMatrix matrix) {
        RowMatrix copy = new RowMatrix(matrix.rows(), matrix.columns());
        for (int row = 0; row < matrix.rows(); row++) {
            copy.setRow(row, matrix.row(row), 0);
        }
        return copy;
    }
}
