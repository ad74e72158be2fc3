package org.wordloom.train.pairs;

import org.wordloom.base.ExitCode;
import org.wordloom.base.WordloomException;
import org.wordloom.kernel.Tile;
import org.wordloom.train.LossMeter;

/** Measures the loss of pairs and of their negatives on a sample of the tiles, each of one kind only. */
final class PairLoss {
    private static final int LEAST_STRIDE = 4;
    private static final int LARGEST_STRIDE = 32;
    /** About sixteen samples of either kind, however small the visit is. */
    private static final int UPDATES_PER_STRIDE = 256;

    private final int stride;
    private int positiveTiles;
    private int negativeTiles;
    private double positiveLoss;
    private double positives;
    private double negativeLoss;
    private double negatives;

    /** @param updates of the visit */
    PairLoss(int updates) {
        stride = Math.min(LARGEST_STRIDE, Math.max(LEAST_STRIDE, updates / UPDATES_PER_STRIDE));
    }

    /** To be called after every {@code multiply}. Returns whether the loss so far is finite. */
    boolean observe(Tile tile) {
        boolean positive = tile.label(0) > 0;
        int before = positive ? positiveTiles++ : negativeTiles++;
        if (before % stride != 0) {
            return true;
        }
        measure(tile);
        return Double.isFinite(positiveLoss + negativeLoss);
    }

    /** Adds the loss of a tile that holds products. */
    void measure(Tile tile) {
        boolean positive = tile.label(0) > 0;
        for (int j = 0; j < tile.outputs(); j++) {
            for (int i = 0; i < tile.hidden(); i++) {
                double product = tile.product(i, j);
                double weight = tile.weight(i, j);
                double loss = LossMeter.negativeLogLikelihood(positive ? product : -product);
                add(positive, weight, weight * loss);
            }
        }
    }

    /**
     * Adds what was measured.
     *
     * @param weight of pairs
     * @param loss of these pairs, weighted
     */
    void add(boolean positive, double weight, double loss) {
        if (positive) {
            positives += weight;
            positiveLoss += loss;
        } else {
            negatives += weight;
            negativeLoss += loss;
        }
    }

    void add(PairLoss other) {
        positives += other.positives;
        positiveLoss += other.positiveLoss;
        negatives += other.negatives;
        negativeLoss += other.negativeLoss;
    }

    /** What a visit throws whose loss is not finite. */
    static WordloomException diverged(String visit, float rate) {
        return new WordloomException(
                ExitCode.TRAINING,
                "training diverged in " + visit + " at rate " + rate
                        + ": a product of vectors is NaN or infinite; use a lower --rate");
    }

    /** Mean loss of a pair with its negatives. */
    double mean(int negativesPerPair) {
        double positive = positives > 0 ? positiveLoss / positives : 0;
        double negative = negatives > 0 ? negativeLoss / negatives : 0;
        return positive + negativesPerPair * negative;
    }
}
