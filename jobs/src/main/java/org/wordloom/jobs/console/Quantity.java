package org.wordloom.jobs.console;

import java.util.Locale;

/** Large numbers for people: 1.23 M. */
public final class Quantity {
    private static final double STEP = 1_000;
    private static final String[] UNITS = {"", " k", " M", " G", " T", " P"};
    /** From here on rounding to three digits gives the next unit. */
    private static final double NEXT_UNIT = 999.5;

    private Quantity() {}

    /** Three digits and a decimal prefix; whole numbers below 1000 as they are. */
    public static String of(double value) {
        double rest = value;
        int unit = 0;
        while (Math.abs(rest) >= NEXT_UNIT && unit < UNITS.length - 1) {
            rest /= STEP;
            unit++;
        }
        return digits(rest, unit) + UNITS[unit];
    }

    private static String digits(double rest, int unit) {
        double size = Math.abs(rest);
        String format = unit == 0 || size >= 99.95 ? "%.0f" : size >= 9.995 ? "%.1f" : "%.2f";
        return String.format(Locale.ROOT, format, rest);
    }
}
