package org.wordloom.merge;

import java.util.Arrays;

/**
 * A pair's changes a and b become a·(1 − a·b / 2|a|²) + b·(1 − a·b / 2|b|²): their sum when they are orthogonal, their
 * mean when they are equal (Maleki et al., "Scaling distributed training with adaptive summation", 2020). The tree is
 * that of replica numbers, so which replicas changed a row decides the result, not who came first.
 */
final class AdasumCombiner implements RowCombiner {
    private final int replicas;
    private float[] scratch = new float[0];
    private boolean[] present = new boolean[0];

    AdasumCombiner(int replicas) {
        this.replicas = replicas;
    }

    @Override
    public void combine(RowChanges changes, float[] into) {
        int columns = into.length;
        load(changes, columns);
        for (int step = 1; step < replicas; step *= 2) {
            for (int r = 0; r + step < replicas; r += 2 * step) {
                join(r, r + step, columns);
            }
        }
        System.arraycopy(scratch, 0, into, 0, columns);
    }

    private void load(RowChanges changes, int columns) {
        if (scratch.length != replicas * columns) {
            scratch = new float[replicas * columns];
            present = new boolean[replicas];
        }
        Arrays.fill(present, false);
        for (int k = 0; k < changes.size(); k++) {
            int replica = changes.replica(k);
            present[replica] = true;
            System.arraycopy(changes.values(k), changes.offset(k), scratch, replica * columns, columns);
        }
    }

    private void join(int a, int b, int columns) {
        if (!present[b]) {
            return;
        }
        int atA = a * columns;
        int atB = b * columns;
        if (!present[a]) {
            System.arraycopy(scratch, atB, scratch, atA, columns);
            present[a] = true;
            return;
        }
        double product = dot(atA, atB, columns);
        float scaleA = (float) share(product, dot(atA, atA, columns));
        float scaleB = (float) share(product, dot(atB, atB, columns));
        for (int c = 0; c < columns; c++) {
            scratch[atA + c] = scaleA * scratch[atA + c] + scaleB * scratch[atB + c];
        }
    }

    private static double share(double product, double square) {
        return square > 0 ? 1 - product / (2 * square) : 1;
    }

    private double dot(int a, int b, int columns) {
        double sum = 0;
        for (int c = 0; c < columns; c++) {
            sum += (double) scratch[a + c] * scratch[b + c];
        }
        return sum;
    }
}
