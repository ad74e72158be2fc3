package org.wordloom.jobs.report;

/** The plane in which points differ most, found from their distances (classical scaling, Torgerson 1952). */
final class PrincipalPlane {
    private static final int MULTIPLICATIONS = 50;

    private final int n;
    private final double[] products;

    /** @param distances squared, n x n */
    PrincipalPlane(double[] distances, int n) {
        this.n = n;
        products = centred(distances, n);
    }

    /** Two coordinates of each point, each of variance 1; 0 where the points do not differ. */
    double[] coordinates() {
        double[] first = direction(new double[n], 1);
        double[] second = direction(first, 2);
        double[] coordinates = new double[2 * n];
        for (int i = 0; i < n; i++) {
            coordinates[2 * i] = Math.sqrt(n) * first[i];
            coordinates[2 * i + 1] = Math.sqrt(n) * second[i];
        }
        return coordinates;
    }

    /** The scalar products of the points, seen from their middle. */
    private static double[] centred(double[] distances, int n) {
        double[] mean = new double[n];
        double overall = 0;
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                mean[i] += distances[i * n + j] / n;
            }
            overall += mean[i] / n;
        }
        double[] products = new double[n * n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                products[i * n + j] = (mean[i] + mean[j] - overall - distances[i * n + j]) / 2;
            }
        }
        return products;
    }

    /** The eigenvector of the largest eigenvalue at right angles to another one, by power iteration. */
    private double[] direction(double[] other, int phase) {
        double[] vector = new double[n];
        for (int i = 0; i < n; i++) {
            vector[i] = Math.sin(phase * (i + 1.0));
        }
        for (int i = 0; i < MULTIPLICATIONS; i++) {
            vector = times(vector);
            double along = product(vector, other);
            double square = 0;
            for (int j = 0; j < n; j++) {
                vector[j] -= along * other[j];
                square += vector[j] * vector[j];
            }
            double length = Math.max(Math.sqrt(square), Double.MIN_NORMAL);
            for (int j = 0; j < n; j++) {
                vector[j] /= length;
            }
        }
        return vector;
    }

    private double[] times(double[] vector) {
        double[] result = new double[n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                result[i] += products[i * n + j] * vector[j];
            }
        }
        return result;
    }

    private static double product(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }
}
