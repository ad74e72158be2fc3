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
    /** Integers: a float stops counting at 2²⁴, which frequent words reach within a round of a terabyte. */
    private final int[] inputCounts;

    private final int[] outputCounts;
    private float[] inputUpdates;
    private float[] outputUpdates;

    /** A replica that is never merged: nothing is counted. */
    Replica(RowMatrix input, RowMatrix output) {
        this(input, output, null, null);
    }

    private Replica(RowMatrix input, RowMatrix output, int[] inputCounts, int[] outputCounts) {
        this.input = input;
        this.output = output;
        this.inputCounts = inputCounts;
        this.outputCounts = outputCounts;
    }

    /** A replica that counts updates; the matrices are changed by training. */
    public static Replica counting(RowMatrix input, RowMatrix output) {
        return new Replica(input, output, new int[input.rows()], new int[output.rows()]);
    }

    public RowMatrix input() {
        return input;
    }

    public RowMatrix output() {
        return output;
    }

    /**
     * How often each input row was updated, up to the end of the last round; an update at a fraction of the rate counts as
     * that fraction.
     */
    public float[] inputUpdates() {
        return inputUpdates;
    }

    /** As {@link #inputUpdates}, of the output rows. */
    public float[] outputUpdates() {
        return outputUpdates;
    }

    boolean counts() {
        return inputCounts != null;
    }

    /** Counts the rows of a tile that was trained. */
    void count(Tile tile) {
        int inputs = tile.inputStart(tile.hidden());
        for (int at = 0; at < inputs; at++) {
            increment(inputCounts, tile.inputRow(at));
        }
        for (int j = 0; j < tile.outputs(); j++) {
            increment(outputCounts, tile.outputRow(j));
        }
    }

    private static void increment(int[] counts, int row) {
        if (counts[row] < Integer.MAX_VALUE) {
            counts[row]++;
        }
    }

    /** Makes updates of what was counted. */
    void endRound(UpdateRule rule) {
        if (counts()) {
            inputUpdates = updates(inputCounts, rule.inputRates());
            outputUpdates = updates(outputCounts, rule.outputRates());
        }
    }

    private static float[] updates(int[] counts, float[] rates) {
        float[] updates = new float[counts.length];
        for (int row = 0; row < counts.length; row++) {
            updates[row] = rates == null ? counts[row] : counts[row] * rates[row];
        }
        return updates;
    }
}
