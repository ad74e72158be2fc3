package org.wordloom.train;

import org.wordloom.kernel.Tile;

/** Measures the loss on a sample of the tiles: a logarithm for every pair would cost more than training. */
public final class LossMeter {
    private static final int TILES_PER_SAMPLE = 64;

    private int tiles;
    private double loss;
    private double pairs;

    /**
     * To be called after every {@code multiply}, while the tile holds products.
     *
     * @return whether the loss so far is finite; NaN and infinity spread to all rows, so a sample soon meets them
     */
    boolean observe(Tile tile) {
        if (++tiles < TILES_PER_SAMPLE) {
            return true;
        }
        tiles = 0;
        for (int i = 0; i < tile.hidden(); i++) {
            pairs += tile.pairs(i);
        }
        for (int j = 0; j < tile.outputs(); j++) {
            observeOutput(tile, j);
        }
        return Double.isFinite(loss);
    }

    private void observeOutput(Tile tile, int j) {
        boolean positive = tile.label(j) > 0;
        for (int i = 0; i < tile.hidden(); i++) {
            double weight = tile.weight(i, j);
            if (weight != 0) {
                double product = tile.product(i, j);
                loss += weight * negativeLogLikelihood(positive ? product : -product);
            }
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

    /** −log of the logistic function for any finite x, else NaN: an infinite product is no good sign even if it fits. */
    public static double negativeLogLikelihood(double x) {
        if (!Double.isFinite(x)) {
            return Double.NaN;
        }
        return x > 0 ? Math.log1p(Math.exp(-x)) : Math.log1p(Math.exp(x)) - x;
    }
}
