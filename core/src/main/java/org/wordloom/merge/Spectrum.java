package org.wordloom.merge;

/**
 * Eigenvalues and eigenvectors of a symmetric matrix by Jacobi's method: rotations until nothing is left off the
 * diagonal. Slow (some ten times d³ multiplications a sweep) and exact to rounding, and the same everywhere.
 */
final class Spectrum {
    private static final int MOST_SWEEPS = 30;
    private static final double NEGLIGIBLE = 1e-22;

    private final int size;
    private final double[][] matrix;
    private final double[][] vectors;

    /** @param lower row-major; only the lower triangle is read */
    Spectrum(double[] lower, int size) {
        this.size = size;
        this.matrix = new double[size][size];
        this.vectors = new double[size][size];
        for (int i = 0; i < size; i++) {
            vectors[i][i] = 1;
            for (int j = 0; j <= i; j++) {
                matrix[i][j] = lower[i * size + j];
                matrix[j][i] = matrix[i][j];
            }
        }
        for (int sweep = 0; sweep < MOST_SWEEPS && !diagonal(); sweep++) {
            for (int p = 0; p < size - 1; p++) {
                for (int q = p + 1; q < size; q++) {
                    rotate(p, q);
                }
            }
        }
    }

    double value(int k) {
        return matrix[k][k];
    }

    /** Eigenvector k, of length 1; not a copy. */
    double[] vector(int k) {
        return vectors[k];
    }

    private boolean diagonal() {
        double off = 0;
        double on = 0;
        for (int i = 0; i < size; i++) {
            on += matrix[i][i] * matrix[i][i];
            for (int j = 0; j < i; j++) {
                off += matrix[i][j] * matrix[i][j];
            }
        }
        return off <= NEGLIGIBLE * on;
    }

    private void rotate(int p, int q) {
        double apq = matrix[p][q];
        if (apq == 0) {
            return;
        }
        double theta = (matrix[q][q] - matrix[p][p]) / (2 * apq);
        double t = Math.copySign(1, theta) / (Math.abs(theta) + Math.sqrt(theta * theta + 1));
        double c = 1 / Math.sqrt(t * t + 1);
        double s = t * c;
        for (int k = 0; k < size; k++) {
            double kp = matrix[k][p];
            double kq = matrix[k][q];
            matrix[k][p] = c * kp - s * kq;
            matrix[k][q] = s * kp + c * kq;
        }
        turn(matrix[p], matrix[q], c, s);
        turn(vectors[p], vectors[q], c, s);
    }

    private static void turn(double[] p, double[] q, double c, double s) {
        for (int k = 0; k < p.length; k++) {
            double x = p[k];
            double y = q[k];
            p[k] = c * x - s * y;
            q[k] = s * x + c * y;
        }
    }
}
