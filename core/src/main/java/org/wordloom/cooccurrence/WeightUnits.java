package org.wordloom.cooccurrence;

import java.io.Serializable;
import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * The weights of distances as whole numbers of one small unit, so that sums are exact and do not depend on their order.
 * The unit is 1 / {@link #scale()}:
 *
 * <ul>
 *   <li>1 / distance: the unit is 1 / lcm(1 … window) and every weight is exact, for windows up to 22, whose least common
 *       multiple is the last below 2³⁰. Wider windows use fixed point: the unit is 2⁻³⁰ and each weight is rounded once,
 *       to the nearest unit, which errs by less than one part in two million even at distance 1000.
 *   <li>flat: the unit is 1.
 *   <li>linear: the unit is 1 / window.
 * </ul>
 *
 * <p>A 64-bit sum thus holds a weight of at least 2³³: nine thousand million neighbours of one and the same pair.
 */
public final class WeightUnits implements Serializable {
    private static final long serialVersionUID = 1L;
    private static final long LARGEST_SCALE = 1L << 30;

    private final CooccurrenceOptions.Weighting weighting;
    private final long scale;
    /** By distance; distance 0 does not occur. */
    private final long[] units;

    private WeightUnits(CooccurrenceOptions.Weighting weighting, int window) {
        this.weighting = weighting;
        this.scale = scale(weighting, window);
        this.units = new long[window + 1];
        for (int distance = 1; distance <= window; distance++) {
            units[distance] = units(distance);
        }
    }

    /** The units for these options, whose window must be in its range. */
    public static WeightUnits of(CooccurrenceOptions options) {
        return of(options.weighting(), options.window());
    }

    /** @throws IllegalArgumentException for a window outside 1 … {@link CooccurrenceOptions#MAX_WINDOW} */
    public static WeightUnits of(CooccurrenceOptions.Weighting weighting, int window) {
        if (window < 1 || window > CooccurrenceOptions.MAX_WINDOW) {
            throw new IllegalArgumentException("a window of " + window);
        }
        return new WeightUnits(weighting, window);
    }

    public int window() {
        return units.length - 1;
    }

    /** Units that make a weight of 1. */
    public long scale() {
        return scale;
    }

    /** Whether every distance's weight is a whole number of units; otherwise each was rounded to the nearest. */
    public boolean exact() {
        return weighting != CooccurrenceOptions.Weighting.INVERSE_DISTANCE || leastCommonMultiple(window()) > 0;
    }

    /** The weight of a pair at this distance, 1 … window, in units. */
    public long unitsAt(int distance) {
        return units[distance];
    }

    /** The units of all distances together: what one word's window on one side counts at most. */
    public long unitsOfSide() {
        long sum = 0;
        for (long unit : units) {
            sum += unit;
        }
        return sum;
    }

    /** The weight of a sum of units. */
    public double toDouble(long sum) {
        return (double) sum / scale;
    }

    /** The smallest number of units that weighs at least {@code weight}; the largest long when none does. */
    public long atLeast(double weight) {
        // In decimal: as floating-point numbers 0.28 · 25 is more than 7.
        BigDecimal units = BigDecimal.valueOf(weight).multiply(BigDecimal.valueOf(scale));
        BigDecimal whole = units.setScale(0, RoundingMode.CEILING);
        return whole.min(BigDecimal.valueOf(Long.MAX_VALUE)).longValue();
    }

    private long units(int distance) {
        switch (weighting) {
            case FLAT:
                return 1;
            case LINEAR:
                return scale - distance + 1;
            default:
                // Exact where the scale is a multiple of the distance; else half a unit rounds up.
                return (2 * scale + distance) / (2L * distance);
        }
    }

    private static long scale(CooccurrenceOptions.Weighting weighting, int window) {
        switch (weighting) {
            case FLAT:
                return 1;
            case LINEAR:
                return window;
            default:
                long multiple = leastCommonMultiple(window);
                return multiple > 0 ? multiple : LARGEST_SCALE;
        }
    }

    /** lcm(1 … n), or 0 where it exceeds the largest scale. */
    private static long leastCommonMultiple(int n) {
        long multiple = 1;
        for (int k = 2; k <= n; k++) {
            multiple = multiple / greatestCommonDivisor(multiple, k) * k;
            if (multiple > LARGEST_SCALE) {
                return 0;
            }
        }
        return multiple;
    }

    private static long greatestCommonDivisor(long a, long b) {
        return b == 0 ? a : greatestCommonDivisor(b, a % b);
    }
}
