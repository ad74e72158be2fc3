package org.wordloom.opencl;

import org.wordloom.kernel.AdaGradRows;
import org.wordloom.kernel.CellKernels;

/** GloVe's cells on a device: whether they are right, and how fast. */
public final class CellsMeasurement implements DeviceMeasurement {
    private static final int DIM = 128;
    private static final int ROWS = 1 << 13;
    private static final int CELLS = 1 << 18;
    private static final int CHECKED_CELLS = 1 << 11;
    private static final double SECONDS = 0.5;

    @Override
    public String name() {
        return "GloVe cells, width " + DIM;
    }

    @Override
    public String unit() {
        return "cells/s";
    }

    @Override
    public Figures run(OpenClDevice device) {
        try {
            return new Figures(
                    CellsTiming.onDevice(device, DIM, ROWS, CELLS, SECONDS),
                    CellsTiming.onProcessor(CellKernels.fastest(), DIM, ROWS, CELLS, SECONDS),
                    error(device));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("the measurement was interrupted", e);
        }
    }

    private static double error(OpenClDevice device) throws InterruptedException {
        MadeUpCells expected = MadeUpCells.disjoint(DIM, CHECKED_CELLS);
        MadeUpCells made = expected.copy();
        CellsTiming.train(CellKernels.scalar(), expected);
        try (DeviceCells session = DeviceCells.open(device, device.form(), DIM, CHECKED_CELLS, CHECKED_CELLS)) {
            CellsTiming.train(session, made);
        }
        return Math.max(error(made.rows(), expected.rows()), error(made.columns(), expected.columns()));
    }

    private static double error(AdaGradRows rows, AdaGradRows expected) {
        return Math.max(error(rows.lines(), expected.lines()), error(rows.biases(), expected.biases()));
    }

    /** The largest difference, relative to the largest value. */
    private static double error(float[] values, float[] expected) {
        double difference = 0;
        double largest = 0;
        for (int k = 0; k < values.length; k++) {
            difference = Math.max(difference, Math.abs((double) values[k] - expected[k]));
            largest = Math.max(largest, Math.abs(expected[k]));
        }
        return difference / largest;
    }
}
