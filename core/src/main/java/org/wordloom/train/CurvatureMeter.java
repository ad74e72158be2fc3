package org.wordloom.train;

import org.wordloom.kernel.Tile;
import org.wordloom.kernel.UpdateRule;
import org.wordloom.matrix.RowSpacing;
import org.wordloom.merge.Curvature;

/**
 * Measures how curved the loss is by the rows of a tile, on a sample of the tiles: by an output row it is the sum of
 * w·κ(h·o)·h·hᵀ over the hidden vectors, by a hidden vector that of w·κ(h·o)·o·oᵀ over the outputs. The rows whose mean a
 * hidden vector is move together, so each counts with the curvature of the whole vector, times what it gets of the
 * gradient. Factors by row are left out: they are counted with the updates.
 *
 * <p>κ(x) = tanh(x/2) / 2x is the curvature of the parabola that touches the logistic loss at ±x and lies above it
 * everywhere else (Jaakkola and Jordan 2000). The second derivative σ(x)·(1 − σ(x)) says that nothing is curved where a
 * prediction is far off: steps of that size overshoot, and then find it flatter still.
 */
final class CurvatureMeter {
    /** Rare, because a sampled tile costs as much as twenty others: half a million multiplications at d = 100. */
    static final int TILES_PER_SAMPLE = 1024;

    private final RowSpacing spacing;
    private final UpdateRule rule;
    private final float[] vector;
    private final Curvature input;
    private final Curvature output;
    private int tiles = TILES_PER_SAMPLE - 1;

    /** @param spacing of the rows of the tiles */
    CurvatureMeter(RowSpacing spacing, UpdateRule rule) {
        this.spacing = spacing;
        this.rule = rule;
        this.vector = new float[spacing.columns()];
        this.input = new Curvature(spacing.columns());
        this.output = new Curvature(spacing.columns());
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
        add(tile);
    }

    /** Measures a tile that holds products. */
    void add(Tile tile) {
        for (int i = 0; i < tile.hidden(); i++) {
            double sum = 0;
            for (int j = 0; j < tile.outputs(); j++) {
                sum += curvature(tile, i, j);
            }
            spacing.collect(tile.hiddenVectors(), tile.hiddenOffset(i), vector, 0);
            output.add(vector, 0, sum);
        }
        output.addUpdates(tile.outputs());
        for (int j = 0; j < tile.outputs(); j++) {
            double sum = 0;
            for (int i = 0; i < tile.hidden(); i++) {
                sum += curvature(tile, i, j) * shares(tile, i);
            }
            spacing.collect(tile.outputVectors(), tile.outputOffset(j), vector, 0);
            input.add(vector, 0, sum);
        }
        input.addUpdates(tile.inputStart(tile.hidden()));
    }

    /** What the rows of a hidden vector get of its gradient, all together. */
    private double shares(Tile tile, int i) {
        int inputs = tile.inputStart(i + 1) - tile.inputStart(i);
        return (double) inputs * rule.gradient().share(inputs);
    }

    /** w · κ(x). */
    private static double curvature(Tile tile, int i, int j) {
        double half = tile.product(i, j) / 2;
        return tile.weight(i, j) * (Math.abs(half) < 1e-4 ? 0.25 : Math.tanh(half) / (4 * half));
    }
}
