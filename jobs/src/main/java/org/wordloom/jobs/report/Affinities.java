package org.wordloom.jobs.report;

import java.util.Arrays;

/**
 * How near points are to each other, as probabilities (van der Maaten and Hinton 2008, "Visualizing data using t-SNE",
 * equations 1 and below): a bell around every point, as wide as it takes for it to have {@code perplexity} neighbours in
 * effect.
 */
final class Affinities {
    private static final int BISECTIONS = 60;
    private static final double TOLERANCE = 1e-4;
    /** Keeps the logarithm of a ratio finite. */
    private static final double SMALLEST = 1e-12;

    private Affinities() {}

    /**
     * The probability of each pair, symmetric, n x n; all sum up to 1.
     *
     * @param distances squared, n x n
     * @param perplexity above 1, below n - 1
     */
    static double[] joint(double[] distances, int n, double perplexity) {
        double[][] conditional = new double[n][];
        for (int i = 0; i < n; i++) {
            conditional[i] = row(Arrays.copyOfRange(distances, i * n, (i + 1) * n), i, perplexity);
        }
        double[] joint = new double[n * n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                joint[i * n + j] = Math.max((conditional[i][j] + conditional[j][i]) / (2 * n), SMALLEST);
            }
        }
        return joint;
    }

    /** The probabilities of the neighbours of one point; bisects for the width of its bell. */
    static double[] row(double[] distances, int self, double perplexity) {
        double goal = Math.log(perplexity);
        double low = 0;
        double high = Double.POSITIVE_INFINITY;
        double precision = 1;
        double[] row = bell(distances, self, precision);
        double excess = entropy(row) - goal;
        for (int i = 0; i < BISECTIONS && Math.abs(excess) > TOLERANCE; i++) {
            if (excess > 0) {
                low = precision;
            } else {
                high = precision;
            }
            precision = high == Double.POSITIVE_INFINITY ? 2 * low : (low + high) / 2;
            row = bell(distances, self, precision);
            excess = entropy(row) - goal;
        }
        return row;
    }

    private static double[] bell(double[] distances, int self, double precision) {
        double nearest = Double.POSITIVE_INFINITY;
        for (int j = 0; j < distances.length; j++) {
            nearest = j == self ? nearest : Math.min(nearest, distances[j]);
        }
        double[] row = new double[distances.length];
        double sum = 0;
        for (int j = 0; j < row.length; j++) {
            // The nearest one has 1, so that the sum cannot vanish.
            row[j] = j == self ? 0 : Math.exp(-precision * (distances[j] - nearest));
            sum += row[j];
        }
        for (int j = 0; j < row.length; j++) {
            row[j] /= sum;
        }
        return row;
    }

    private static double entropy(double[] row) {
        double entropy = 0;
        for (double p : row) {
            entropy -= p > 0 ? p * Math.log(p) : 0;
        }
        return entropy;
    }
}
