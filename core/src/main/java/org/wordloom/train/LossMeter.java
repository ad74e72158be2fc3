package org.wordloom.train;

import org.wordloom.base.ExitCode;
import org.wordloom.base.WordloomException;
import org.wordloom.kernel.Tile;

/**
 * Measures the loss on a sample of the tiles (a logarithm for every pair would cost more than training), and stops the
 * run at the first product that is not finite.
 */
final class LossMeter {
    private static final int TILES_PER_SAMPLE = 64;

    private int tiles;
    private double loss;
    private double pairs;

    /** To be called after every {@code multiply}, while the tile holds products. */
    void observe(Tile tile) {
        if (++tiles < TILES_PER_SAMPLE) {
            return;
        }
        tiles = 0;
        for (int i = 0; i < tile.hidden(); i++) {
            for (int j = 0; j < tile.outputs(); j++) {
                double product = tile.product(i, j);
                double weight = tile.weight(i, j);
                loss += weight * negativeLogLikelihood(tile.label(j) > 0 ? product : -product);
                pairs += weight * tile.label(j);
            }
        }
        if (!Double.isFinite(loss)) {
            throw new WordloomException(
                    ExitCode.TRAINING,
                    "training diverged: the product of a hidden and an output vector is not finite; lower --rate");
        }
    }

    double takeLoss() {
        double taken = loss;
        loss = 0;
        return taken;
    }

    double takePairs() {
        double taken = pairs;
        pairs = 0;
        return taken;
    }

    /** −log of the logistic function, for any x. */
    private static double negativeLogLikelihood(double x) {
        return x > 0 ? Math.log1p(Math.exp(-x)) : Math.log1p(Math.exp(x)) - x;
    }
}
