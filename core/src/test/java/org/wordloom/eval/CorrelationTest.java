package org.wordloom.eval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.wordloom.base.CounterRandom;
import org.wordloom.format.Vectors;

class CorrelationTest {
    @Test
    void tiesShareTheMeanOfTheirRanks() {
        assertThat(Correlation.ranks(new double[] {3, 1, 3, 2, 3})).containsExactly(4, 1, 4, 2, 4);
        assertThat(Correlation.ranks(new double[] {})).isEmpty();
    }

    @Test
    void ranksAreThoseOfCounting() {
        Random random = Vectors.random();
        double[] values = random.ints(200, 0, 50).asDoubleStream().toArray();
        double[] ranks = Correlation.ranks(values);
        for (int i = 0; i < values.length; i++) {
            int below = 0;
            int equal = 0;
            for (double other : values) {
                below += other < values[i] ? 1 : 0;
                equal += other == values[i] ? 1 : 0;
            }
            assertThat(ranks[i]).isEqualTo(below + (equal + 1) / 2.0);
        }
    }

    /** Without ties Spearman's correlation is 1 - 6 Σd² / (n (n² - 1)). */
    @Test
    void spearmanIsThatOfTheTextbook() {
        double[] x = {106, 100, 86, 101, 99, 103, 97, 113, 112, 110};
        double[] y = {7, 27, 2, 50, 28, 29, 20, 12, 6, 17};
        assertThat(Correlation.spearman(x, y)).isCloseTo(1 - 6 * 194 / 990.0, within(1e-12));
        assertThat(Correlation.spearman(x, x)).isCloseTo(1, within(1e-12));
        assertThat(Correlation.spearman(x, new double[10])).isNaN();
    }

    @Test
    void scaleChangesNoCorrelation() {
        double[] y = {1, 3, 2, 7};
        double expected = Correlation.pearson(new double[] {1, 2, 3, 4}, y);
        for (double scale : new double[] {1e200, 4e307, 1e-200, 1e-320}) {
            assertThat(Correlation.pearson(new double[] {scale, 2 * scale, 3 * scale, 4 * scale}, y))
                    .isCloseTo(expected, within(1e-3));
        }
    }

    /** Of five resamples the ends lie a tenth of the way from the first and the last to their neighbours. */
    @Test
    void endsOfAnIntervalAreInterpolated() {
        double[] x = {1, 2, 3, 4, 5, 6, 7, 8};
        double[] y = {2, 1, 4, 3, 6, 5, 8, 7};
        double[] found = new double[5];
        for (int resample = 0; resample < 5; resample++) {
            long key = CounterRandom.key(9, CounterRandom.Purpose.BOOTSTRAP, resample);
            double[] drawnX = new double[8];
            double[] drawnY = new double[8];
            for (int i = 0; i < 8; i++) {
                int pair = CounterRandom.below(CounterRandom.at(key, i), 8);
                drawnX[i] = x[pair];
                drawnY[i] = y[pair];
            }
            found[resample] = Correlation.spearman(drawnX, drawnY);
        }
        Arrays.sort(found);
        assertThat(found[1]).isNotEqualTo(found[0]);
        Bootstrap.Interval interval = Bootstrap.spearman(x, y, 5, 9);
        assertThat(interval.low()).isCloseTo(0.9 * found[0] + 0.1 * found[1], within(1e-12));
        assertThat(interval.high()).isCloseTo(0.1 * found[3] + 0.9 * found[4], within(1e-12));
    }

    @Test
    void intervalHoldsTheValueAndIsTheSameEveryTime() {
        Random random = new Random(3);
        double[] x = random.doubles(300).toArray();
        double[] y = x.clone();
        for (int i = 0; i < y.length; i++) {
            y[i] += random.nextDouble();
        }
        Bootstrap.Interval interval = Bootstrap.spearman(x, y, 1000, 1);
        assertThat(Bootstrap.spearman(x, y, 1000, 1)).isEqualTo(interval);
        assertThat(Bootstrap.spearman(x, y, 1000, 2)).isNotEqualTo(interval);
        double rho = Correlation.spearman(x, y);
        assertThat(rho).isBetween(interval.low(), interval.high());
        // Fisher's transform gives a standard error near sqrt(1.06 / (n - 3)).
        double width = 2 * 1.96 * Math.sqrt(1.06 / 297) * (1 - rho * rho);
        assertThat(interval.high() - interval.low()).isCloseTo(width, within(0.25 * width));
        assertThat(Bootstrap.spearman(x, y, 0, 1).low()).isNaN();
    }
}
