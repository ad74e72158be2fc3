package org.wordloom.train.pairs;

import java.util.Arrays;
import org.wordloom.kernel.Tile;
import org.wordloom.kernel.UpdateRule;

/**
 * How far the tiles of one launch may move a row: all of them may start from the same values of it. Counted in steps of
 * weight 1 at the full rate, as the bound of a single tile is.
 */
final class LaunchLimit {
    private final UpdateRule rule;
    private final float most;
    private final float[] inputSteps;
    private final float[] outputSteps;
    /** The launch that a row's steps belong to: those of others do not count. */
    private final int[] inputLaunches;

    private final int[] outputLaunches;
    private int launch = 1;

    /** @param most steps of a row in a launch; a single tile may make more */
    LaunchLimit(UpdateRule rule, int inputRows, int outputRows, float most) {
        this.rule = rule;
        this.most = most;
        this.inputSteps = new float[inputRows];
        this.outputSteps = new float[outputRows];
        this.inputLaunches = new int[inputRows];
        this.outputLaunches = new int[outputRows];
    }

    /** Begins another launch. */
    void restart() {
        if (++launch == Integer.MAX_VALUE) {
            Arrays.fill(inputLaunches, 0);
            Arrays.fill(outputLaunches, 0);
            launch = 1;
        }
    }

    /** Adds a tile to the launch. Returns whether no row moves too far; the first tile of a launch may go in all the same. */
    boolean add(Tile tile) {
        boolean within = true;
        for (int i = 0; i < tile.hidden(); i++) {
            float steps = 0;
            for (int j = 0; j < tile.outputs(); j++) {
                steps += tile.weight(i, j);
            }
            int inputs = tile.inputStart(i + 1) - tile.inputStart(i);
            for (int at = tile.inputStart(i); at < tile.inputStart(i + 1); at++) {
                int row = tile.inputRow(at);
                within &= add(inputSteps, inputLaunches, row, steps * rule.inputRate(row, inputs));
            }
        }
        for (int j = 0; j < tile.outputs(); j++) {
            float steps = 0;
            for (int i = 0; i < tile.hidden(); i++) {
                steps += tile.weight(i, j);
            }
            int row = tile.outputRow(j);
            within &= add(outputSteps, outputLaunches, row, steps * rule.outputRate(row));
        }
        return within;
    }

    private boolean add(float[] steps, int[] launches, int row, float more) {
        if (launches[row] != launch) {
            launches[row] = launch;
            steps[row] = more;
            return true;
        }
        steps[row] += more;
        return steps[row] <= most;
    }
}
