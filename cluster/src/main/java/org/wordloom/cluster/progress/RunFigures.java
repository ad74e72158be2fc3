package org.wordloom.cluster.progress;

import java.util.concurrent.atomic.AtomicReferenceArray;

/** The latest value of every figure, as the driver knows it: schedules set them, metrics read them. */
public final class RunFigures {
    private static final RunFigures INSTANCE = new RunFigures();

    private final AtomicReferenceArray<Double> values = new AtomicReferenceArray<>(RunFigure.values().length);

    private RunFigures() {}

    public static RunFigures instance() {
        return INSTANCE;
    }

    public void set(RunFigure figure, double value) {
        values.set(figure.ordinal(), value);
    }

    /** NaN until it was set. */
    public double get(RunFigure figure) {
        Double value = values.get(figure.ordinal());
        return value == null ? Double.NaN : value;
    }

    /** Forgets all figures: an application may train several times. */
    public void clear() {
        for (int i = 0; i < values.length(); i++) {
            values.set(i, null);
        }
    }
}
