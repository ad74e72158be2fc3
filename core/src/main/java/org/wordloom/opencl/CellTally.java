package org.wordloom.opencl;

/** What a visit has trained so far. */
final class CellTally {
    private double loss;
    private long cells;

    void clear() {
        loss = 0;
        cells = 0;
    }

    /** Adds the losses of strands, the first of the array, and the number of their cells. */
    void add(float[] losses, int strands, int trained) {
        for (int k = 0; k < strands; k++) {
            loss += losses[k];
        }
        cells += trained;
    }

    double loss() {
        return loss;
    }

    DeviceCells.Outcome outcome() {
        return new DeviceCells.Outcome(loss, cells);
    }
}
