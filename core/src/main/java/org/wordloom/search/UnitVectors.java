package org.wordloom.search;

import org.wordloom.matrix.RowMatrix;

/** Scaling to length 1. */
final class UnitVectors {
    private UnitVectors() {}

    /** What to multiply a vector with to give it length 1; 0 for the zero vector. */
    static double scale(float[] values, int from, int length) {
        double squares = 0;
        for (int i = from; i < from + length; i++) {
            squares += (double) values[i] * values[i];
        }
        return squares == 0 ? 0 : 1 / Math.sqrt(squares); // beyond a float's range for the shortest vectors
    }

    /** A scaled copy. */
    static float[] of(float[] vector) {
        double scale = scale(vector, 0, vector.length);
        float[] result = new float[vector.length];
        for (int i = 0; i < vector.length; i++) {
            result[i] = (float) (vector[i] * scale);
        }
        return result;
    }

    /** A scaled copy of a row. */
    static float[] of(RowMatrix matrix, int row) {
        return of(matrix.row(row));
    }
}
