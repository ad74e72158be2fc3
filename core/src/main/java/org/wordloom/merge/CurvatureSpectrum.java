package org.wordloom.merge;

import java.io.Serializable;

/**
 * The curvature of one side of the model in a round, taken apart once for all of its rows. Immutable by convention.
 *
 * @param values eigenvalues of the sum over the updates, at least 0, in no order
 * @param vectors eigenvectors of length 1: {@code vectors[k]} belongs to {@code values[k]}
 * @param updates of rows, over which was summed
 */
public record CurvatureSpectrum(double[] values, float[][] vectors, double updates) implements Serializable {

    /** Milliseconds at a hundred columns, minutes at two thousand. The same bits everywhere. */
    public static CurvatureSpectrum of(Curvature curvature) {
        int columns = curvature.columns();
        Spectrum spectrum = new Spectrum(curvature.sums(), columns);
        double[] values = new double[columns];
        float[][] vectors = new float[columns][columns];
        for (int k = 0; k < columns; k++) {
            values[k] = Math.max(0, spectrum.value(k));
            for (int c = 0; c < columns; c++) {
                vectors[k][c] = (float) spectrum.vector(k)[c];
            }
        }
        return new CurvatureSpectrum(values, vectors, curvature.updates());
    }

    /** d. */
    public int columns() {
        return values.length;
    }
}
