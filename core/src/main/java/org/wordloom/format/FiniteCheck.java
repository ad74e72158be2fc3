package org.wordloom.format;

/** Finds NaN and infinity fast. */
public final class FiniteCheck {
    private static final int EXPONENT = 0x7F800000;

    private FiniteCheck() {}

    /** Whether no value is NaN or infinite: these alone have all exponent bits set. */
    public static boolean allFinite(float[] values, int from, int count) {
        int highest = 0;
        for (int i = from; i < from + count; i++) {
            highest = Math.max(highest, Float.floatToRawIntBits(values[i]) & EXPONENT);
        }
        return highest != EXPONENT;
    }
}
