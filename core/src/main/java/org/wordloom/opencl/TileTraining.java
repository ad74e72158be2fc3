package org.wordloom.opencl;

import org.wordloom.kernel.Link;
import org.wordloom.kernel.UpdateRule;

/**
 * What the tiles of one training have in common, besides the rows that they change.
 *
 * @param shape their sizes
 * @param negatives how the device draws them; null where it draws none
 * @param rule how gradients reach the rows; its rates are by row of the two matrices
 * @param link how a product becomes a probability
 * @param tilesPerLoss the loss is measured of every so many tiles
 */
public record TileTraining(TileShape shape, TileNegatives negatives, UpdateRule rule, Link link, int tilesPerLoss) {
    /** The loss of as few tiles as tell how training goes. */
    public TileTraining(TileShape shape, TileNegatives negatives, UpdateRule rule, Link link) {
        this(shape, negatives, rule, link, TileBatch.TILES_PER_LOSS);
    }

    public TileTraining {
        if ((negatives == null ? 0 : negatives.drawn()) != shape.drawn()) {
            throw new IllegalArgumentException(
                    "the shape has " + shape.drawn() + " negatives, not as many as are drawn");
        }
        if (negatives != null) {
            negatives.requireWithin(shape.outputRows());
        }
    }

    /** The same for other rows: at most as many as the shape says. */
    TileTraining with(UpdateRule otherRule) {
        return new TileTraining(shape, negatives, otherRule, link, tilesPerLoss);
    }

    /** The same with room for more rows. */
    TileTraining with(TileShape larger) {
        return new TileTraining(larger, negatives, rule, link, tilesPerLoss);
    }

    /** The rule's factors of input rows, then those of output rows; of length 1 where all are 1. */
    float[] rowRates() {
        if (rule.inputRates() == null && rule.outputRates() == null) {
            return new float[] {1f};
        }
        float[] rates = new float[Math.addExact(shape.inputRows(), shape.outputRows())];
        fill(rates, 0, shape.inputRows(), rule.inputRates());
        fill(rates, shape.inputRows(), shape.outputRows(), rule.outputRates());
        return rates;
    }

    private static void fill(float[] all, int from, int count, float[] rates) {
        for (int row = 0; row < count; row++) {
            all[from + row] = rates == null || row >= rates.length ? 1f : rates[row];
        }
    }
}
