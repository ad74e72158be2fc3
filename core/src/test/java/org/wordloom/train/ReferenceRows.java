package org.wordloom.train;

/** A matrix whose changes are made at once, or kept back until {@link #commit}. */
final class ReferenceRows {
    private final double[][] values;
    private final double[][] changes;
    private final boolean atOnce;

    ReferenceRows(double[][] values, boolean atOnce) {
        this.values = values;
        this.changes = new double[values.length][values.length == 0 ? 0 : values[0].length];
        this.atOnce = atOnce;
    }

    double[] row(int row) {
        return values[row];
    }

    void add(int row, double scale, double[] change) {
        double[] target = atOnce ? values[row] : changes[row];
        for (int c = 0; c < target.length; c++) {
            target[c] += scale * change[c];
        }
    }

    void commit() {
        for (int row = 0; row < values.length; row++) {
            for (int c = 0; c < values[row].length; c++) {
                values[row][c] += changes[row][c];
                changes[row][c] = 0;
            }
        }
    }

    static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int c = 0; c < a.length; c++) {
            sum += a[c] * b[c];
        }
        return sum;
    }
}
