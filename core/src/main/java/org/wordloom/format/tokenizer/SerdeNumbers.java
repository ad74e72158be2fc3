package org.wordloom.format.tokenizer;

/**
 * Decimal numbers as the library reads them that HuggingFace's tokenizers read their files with (serde_json): digits to a
 * 64-bit integer as far as they fit, then one multiplication or division by a power of ten. Numbers of more than 15 digits
 * can come out one unit in the last place beside the nearest double, and which of two equally probable segmentations wins
 * depends on that.
 */
final class SerdeNumbers {
    /** Powers of ten beyond this are infinite; numbers whose parts are so large are zero or infinite in any case. */
    private static final int LARGEST_POWER = 308;

    private SerdeNumbers() {}

    /** The value of a JSON number. */
    static double parse(String text) {
        boolean negative = text.startsWith("-");
        int end = exponentStart(text);
        long significand = 0;
        int exponent = end == text.length() ? 0 : exponent(text.substring(end + 1));
        boolean full = false;
        boolean fraction = false;
        for (int i = negative ? 1 : 0; i < end; i++) {
            char c = text.charAt(i);
            if (c == '.') {
                fraction = true;
                continue;
            }
            full |= overflows(significand, c - '0');
            if (!full) {
                significand = 10 * significand + (c - '0');
                exponent -= fraction ? 1 : 0;
            } else if (!fraction) {
                exponent++;
            }
        }
        double value = scaled(unsigned(significand), exponent);
        return negative ? -value : value;
    }

    private static int exponentStart(String text) {
        int lower = text.indexOf('e');
        int start = lower < 0 ? text.indexOf('E') : lower;
        return start < 0 ? text.length() : start;
    }

    private static int exponent(String digits) {
        // More digits than an int has mean zero or infinity, which a few thousand do too.
        String magnitude = digits.startsWith("-") || digits.startsWith("+") ? digits.substring(1) : digits;
        int value = magnitude.length() > 6 ? 999_999 : Integer.parseInt(magnitude);
        return digits.startsWith("-") ? -value : value;
    }

    private static boolean overflows(long significand, int digit) {
        long limit = Long.divideUnsigned(-1L, 10);
        int compared = Long.compareUnsigned(significand, limit);
        return compared > 0 || (compared == 0 && digit > Long.remainderUnsigned(-1L, 10));
    }

    private static double unsigned(long value) {
        // The halved number keeps the bit that decides how it is rounded.
        return value >= 0 ? (double) value : 2 * (double) ((value >>> 1) | (value & 1));
    }

    private static double scaled(double significand, int exponent) {
        double value = significand;
        int rest = exponent;
        while (rest < -LARGEST_POWER && value != 0) {
            value /= 1e308;
            rest += LARGEST_POWER;
        }
        if (value == 0) {
            return 0;
        }
        if (rest > LARGEST_POWER) {
            return Double.POSITIVE_INFINITY;
        }
        double power = Double.parseDouble("1e" + Math.abs(rest));
        return rest >= 0 ? value * power : value / power;
    }
}
