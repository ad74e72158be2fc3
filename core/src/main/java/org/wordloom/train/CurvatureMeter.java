package org.wordloom.train;

import org.wordloom.kernel.Tile;
import org.wordloom.kernel.UpdateRule;
import org.wordloom.merge.Curvature;

/**
 * Measures the curvature of the loss by the rows of a tile on a sample of the tiles: by an output row it is the sum of
 * w·σ'(h·o)·h·hᵀ over the hidden vectors, by an input row that of w·σ'(h·o)·o·oᵀ over the outputs, with what an input
 * row gets of its hidden vector. Factors by row are left out: they are counted with the updates.
 */
final class CurvatureMeter {
    /** Rare, because a sampled tile costs as much as twenty others: half a million multiplications at d = 100. */
    private static final int TILES_PER_SAMPLE = 1024;

    private final UpdateRule rule;
    private final Curvature input;
    private final Curvature output;
    private int tiles = TILES_PER_SAMPLE - 1;

    CurvatureMeter(int columns, UpdateRule rule) {
        this.rule = rule;
        this.input = new Curvature(columns);
        this.output = new Curvature(columns);
    }

    Curvature input() {
        return input;
    }

    Curvature output() {
        return output;
    }

    /** To be called after {@code multiply}, while the tile holds products. */
    void observe(Tile tile) {
        if (++tiles < TILES_PER_SAMPLE) {
            return;
        }
        tiles = 0;
        for (int i = 0; i < tile.hidden(); i++) {
            double sum = 0;
            for (int j = 0; j < tile.outputs(); j++) {
                sum += slope(tile, i, j);
            }
            output.add(tile.hiddenVectors(), i * tile.stride(), sum);
        }
        output.addUpdates(tile.outputs());
        for (int j = 0; j < tile.outputs(); j++) {
            double sum = 0;
            for (int i = 0; i < tile.hidden(); i++) {
                sum += slope(tile, i, j) * share(tile, i);
            }
            input.add(tile.outputVectors(), j * tile.stride(), sum);
        }
        input.addUpdates(tile.inputStart(tile.hidden()));
    }

    private double share(Tile tile, int i) {
        return rule.divideByInputs() ? 1.0 / (tile.inputStart(i + 1) - tile.inputStart(i)) : 1.0;
    }

    /** w · σ'(x). */
    private static double slope(Tile tile, int i, int j) {
        double positive = 1 / (1 + Math.exp(-tile.product(i, j)));
        return tile.weight(i, j) * positive * (1 - positive);
    }
}
