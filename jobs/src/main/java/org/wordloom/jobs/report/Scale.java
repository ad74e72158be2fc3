package org.wordloom.jobs.report;

import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.wordloom.jobs.console.Quantity;

/**
 * One axis: values to places, with ticks at round numbers.
 *
 * @param low the value at the axis's beginning
 * @param high the value at its end
 * @param step between ticks
 * @param from where the axis begins, in the picture
 * @param to where it ends
 */
record Scale(double low, double high, double step, double from, double to) {
    /** A scale over one coordinate of points, widened to whole steps. */
    static Scale over(List<double[]> points, int coordinate, int ticks, double from, double to) {
        double low =
                points.stream().mapToDouble(point -> point[coordinate]).min().orElse(0);
        double high =
                points.stream().mapToDouble(point -> point[coordinate]).max().orElse(1);
        // A curve far above 0 may begin there; one that comes near shows the 0.
        double start = low > 0 && low < high / 2 ? 0 : low;
        double step = roundStep((high - start) / ticks, high);
        double bottom = Math.floor(start / step) * step;
        // A constant curve may lie on a tick, which is then the lower end of the axis.
        double top = Math.max(Math.ceil(high / step) * step, bottom + step);
        return new Scale(bottom, top, step, from, to);
    }

    double at(double value) {
        return from + (value - low) / (high - low) * (to - from);
    }

    /** How a tick reads: with as many decimals as the steps need. */
    String label(double tick) {
        int decimals = (int) Math.max(0, -Math.floor(Math.log10(step)));
        return decimals > 0 ? String.format(Locale.ROOT, "%." + decimals + "f", tick) : Quantity.of(tick);
    }

    List<Double> ticks() {
        int count = (int) Math.round((high - low) / step);
        return IntStream.rangeClosed(0, count).mapToObj(i -> low + i * step).toList();
    }

    /** The next of 1, 2, 5 times a power of ten; for a constant curve something of its size. */
    private static double roundStep(double step, double size) {
        double wanted = step > 0 ? step : Math.max(Math.abs(size) / 2, 1);
        double power = Math.pow(10, Math.floor(Math.log10(wanted)));
        for (double factor : new double[] {1, 2, 5}) {
            if (factor * power >= wanted) {
                return factor * power;
            }
        }
        return 10 * power;
    }
}
