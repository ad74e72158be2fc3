package org.wordloom.merge;

/**
 * How curved the loss is by a row, in the mean over the updates of one side of the model in a round: a symmetric matrix
 * of d·d. Sampled by the training threads, added up over replicas.
 */
public final class Curvature {
    private final int columns;
    private final double[] sums;
    private double updates;

    public Curvature(int columns) {
        this.columns = columns;
        this.sums = new double[columns * columns];
    }

    /** From what {@link #sums} and {@link #updates} gave, on another machine. */
    public Curvature(int columns, double[] sums, double updates) {
        if (sums.length != columns * columns) {
            throw new IllegalArgumentException(sums.length + " sums for " + columns + " columns");
        }
        this.columns = columns;
        this.sums = sums.clone();
        this.updates = updates;
    }

    /** Adds {@code weight} · v·vᵀ. */
    public void add(float[] vector, int offset, double weight) {
        for (int i = 0; i < columns; i++) {
            double scale = weight * vector[offset + i];
            for (int j = 0; j <= i; j++) {
                sums[i * columns + j] += scale * vector[offset + j];
            }
        }
    }

    /** Counts updates of rows, whose curvature was added. */
    public void addUpdates(double count) {
        updates += count;
    }

    /** Adds another thread's or replica's. Not associative in the last bits: add in replica order. */
    public void add(Curvature other) {
        for (int k = 0; k < sums.length; k++) {
            sums[k] += other.sums[k];
        }
        updates += other.updates;
    }

    public int columns() {
        return columns;
    }

    /** The sums, row-major; only the lower triangle is filled. A copy. */
    public double[] sums() {
        return sums.clone();
    }

    public double updates() {
        return updates;
    }
}
