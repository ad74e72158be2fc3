package org.wordloom.train;

import org.wordloom.kernel.Tile;
import org.wordloom.kernel.UpdateRule;
import org.wordloom.matrix.RowMatrix;

/**
 * The rows that one task trains, and how often each was updated. The threads of the task share it without locks; a count
 * may miss some of several updates at once, as Hogwild's rows may.
 */
public final class Replica {
    private final RowMatrix input;
    private final RowMatrix output;
    private final float[] inputUpdates;
    private final float[] outputUpdates;

    /** A replica that is never merged: nothing is counted. */
    Replica(RowMatrix input, RowMatrix output) {
        this(input, output, null, null);
    }

    private Replica(RowMatrix input, RowMatrix output, float[] inputUpdates, float[] outputUpdates) {
        this.input = input;
        this.output = output;
        this.inputUpdates = inputUpdates;
        this.outputUpdates = outputUpdates;
    }

    /** A replica that counts updates; the matrices are changed by training. */
    public static Replica counting(RowMatrix input, RowMatrix output) {
        return new Replica(input, output, new float[input.rows()], new float[output.rows()]);
    }

    public RowMatrix input() {
        return input;
    }

    public RowMatrix output() {
        return output;
    }

    /** How often each input row was updated; an update at a fraction of the rate counts as that fraction. */
    public float[] inputUpdates() {
        return inputUpdates;
    }

    /** How often each output row was updated; an update at a fraction of the rate counts as that fraction. */
    public float[] outputUpdates() {
        return outputUpdates;
    }

    /** Counts the rows of a tile that was trained. */
    void count(Tile tile, UpdateRule rule) {
        float[] inputRates = rule.inputRates();
        int inputs = tile.inputStart(tile.hidden());
        for (int at = 0; at < inputs; at++) {
            int row = tile.inputRow(at);
            inputUpdates[row] += inputRates == null ? 1f : inputRates[row];
        }
        float[] outputRates = rule.outputRates();
        for (int j = 0; j < tile.outputs(); j++) {
            int row = tile.outputRow(j);
            outputUpdates[row] += outputRates == null ? 1f : outputRates[row];
        }
    }
}
