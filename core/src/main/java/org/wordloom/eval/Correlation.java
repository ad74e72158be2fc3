package org.wordloom.eval;

import java.util.Arrays;
import java.util.stream.IntStream;

/** Correlation coefficients. */
final class Correlation {
    private Correlation() {}

    /** Spearman's rank correlation: Pearson's of the ranks, equal values sharing the mean of their ranks. */
    static double spearman(double[] x, double[] y) {
        return pearson(ranks(x), ranks(y));
    }

    /** Pearson's correlation; NaN below two values or when one side is constant. */
    static double pearson(double[] x, double[] y) {
        double[] fromX = deviations(x);
        double[] fromY = deviations(y);
        double xy = 0;
        double xx = 0;
        double yy = 0;
        for (int i = 0; i < x.length; i++) {
            xy += fromX[i] * fromY[i];
            xx += fromX[i] * fromX[i];
            yy += fromY[i] * fromY[i];
        }
        return xx == 0 || yy == 0 ? Double.NaN : xy / Math.sqrt(xx * yy);
    }

    /**
     * What values differ from their mean, times a power of two, which changes no correlation: no square of very large or
     * small ones leaves the range of doubles.
     */
    private static double[] deviations(double[] values) {
        double largest = Arrays.stream(values).map(Math::abs).max().orElse(0);
        int scale = largest == 0 ? 0 : -Math.getExponent(largest);
        double[] scaled =
                Arrays.stream(values).map(value -> Math.scalb(value, scale)).toArray();
        double mean = Arrays.stream(scaled).average().orElse(Double.NaN);
        return Arrays.stream(scaled).map(value -> value - mean).toArray();
    }

    /** Ranks from 1; equal values get the mean of the ranks that they take up together. */
    static double[] ranks(double[] values) {
        int[] order = sortedOrder(values);
        double[] ranks = new double[values.length];
        for (int from = 0; from < order.length; ) {
            int to = from + 1;
            while (to < order.length && values[order[to]] == values[order[from]]) {
                to++;
            }
            for (int i = from; i < to; i++) {
                ranks[order[i]] = (from + 1 + to) / 2.0;
            }
            from = to;
        }
        return ranks;
    }

    private static int[] sortedOrder(double[] values) {
        return IntStream.range(0, values.length)
                .boxed()
                .sorted((a, b) -> Double.compare(values[a], values[b]))
                .mapToInt(Integer::intValue)
                .toArray();
    }
}
