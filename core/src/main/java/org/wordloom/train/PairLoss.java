package org.wordloom.train;

import org.wordloom.kernel.Tile;

/** Measures the loss of counted pairs and of their negatives on a sample of the tiles. */
final class PairLoss {
    private static final int TILES_PER_SAMPLE = 32;

    private int tiles;
    private double positiveLoss;
    private double positives;
    private double negativeLoss;
    private double negatives;

    /** To be called after every {@code multiply}. Returns whether the loss so far is finite. */
    boolean observe(Tile tile) {
        if (++tiles < TILES_PER_SAMPLE) {
            return true;
        }
        tiles = 0;
        for (int j = 0; j < tile.outputs(); j++) {
            boolean positive = tile.label(j) > 0;
            for (int i = 0; i < tile.hidden(); i++) {
                double product = tile.product(i, j);
                add(positive, tile.weight(i, j), LossMeter.negativeLogLikelihood(positive ? product : -product));
            }
        }
        return Double.isFinite(positiveLoss + negativeLoss);
    }

    private void add(boolean positive, double weight, double loss) {
        if (positive) {
            positives += weight;
            positiveLoss += weight * loss;
        } else {
            negatives += weight;
            negativeLoss += weight * loss;
        }
    }

    void add(PairLoss other) {
        positives += other.positives;
        positiveLoss += other.positiveLoss;
        negatives += other.negatives;
        negativeLoss += other.negativeLoss;
    }

    /** Mean loss of a pair with its negatives. */
    double mean(int negativesPerPair) {
        double positive = positives > 0 ? positiveLoss / positives : 0;
        double negative = negatives > 0 ? negativeLoss / negatives : 0;
        return positive + negativesPerPair * negative;
    }
}
