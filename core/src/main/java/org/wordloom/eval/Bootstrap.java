package org.wordloom.eval;

import java.util.Arrays;
import org.wordloom.base.CounterRandom;

/** The percentile bootstrap (Efron 1979) of a rank correlation: pairs are drawn anew, with replacement. */
final class Bootstrap {
    /** The interval's two ends. */
    record Interval(double low, double high) {}

    private Bootstrap() {}

    /** The 95 % interval of Spearman's correlation; NaN ends without resamples or below two pairs. */
    static Interval spearman(double[] x, double[] y, int resamples, long seed) {
        double[] found = new double[resamples];
        for (int resample = 0; resample < resamples; resample++) {
            long key = CounterRandom.key(seed, CounterRandom.Purpose.BOOTSTRAP, resample);
            found[resample] = resample(x, y, key);
        }
        // A resample of one pair again and again has no correlation: it says nothing, and is left out.
        double[] sorted = Arrays.stream(found).filter(Double::isFinite).sorted().toArray();
        return new Interval(quantile(sorted, 0.025), quantile(sorted, 0.975));
    }

    private static double resample(double[] x, double[] y, long key) {
        double[] drawnX = new double[x.length];
        double[] drawnY = new double[x.length];
        for (int i = 0; i < x.length; i++) {
            int pair = CounterRandom.below(CounterRandom.at(key, i), x.length);
            drawnX[i] = x[pair];
            drawnY[i] = y[pair];
        }
        return Correlation.spearman(drawnX, drawnY);
    }

    /** Linear interpolation between order statistics, as NumPy and R (type 7) do. */
    private static double quantile(double[] sorted, double share) {
        if (sorted.length == 0) {
            return Double.NaN;
        }
        double position = share * (sorted.length - 1);
        int below = (int) position;
        int above = Math.min(below + 1, sorted.length - 1);
        return sorted[below] + (position - below) * (sorted[above] - sorted[below]);
    }
}
