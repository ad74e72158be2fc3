package org.wordloom.format;

/**
 * Floats in decimal, allocating nothing, many times faster than {@link Float#toString(float)}.
 *
 * <p>Writing: the float is scaled to nine digits in double precision, where the interval of numbers that read back as
 * this float is some units wide; digits are dropped as long as a number with fewer is inside. So what is written reads
 * back as exactly the same float, and is the shortest such number, unless that lies within a hair of the interval's end.
 */
final class DecimalFloat {
    /** Longest text of a float: a sign, 9 digits, a point, up to 5 leading zeros; or an exponent "e-45". */
    static final int MAX_BYTES = 20;

    /** Error of the scaled value: two roundings of a number below 1e9, far below this. */
    private static final double MARGIN = 1e-6;

    private static final int DIGITS = 9;
    private static final int LIMIT = 1_000_000_000;
    private static final int SMALLEST_EXPONENT = -45;
    private static final double[] POWERS = powers();
    private static final int[] UNITS = {1, 10, 100, 1_000, 10_000, 100_000, 1_000_000, 10_000_000, 100_000_000, LIMIT};
    private static final double[] INVERSE_UNITS = {1, 1e-1, 1e-2, 1e-3, 1e-4, 1e-5, 1e-6, 1e-7, 1e-8, 1e-9};
    private static final byte[] ZERO_POINT = {'0', '.', '0', '0', '0', '0', '0'};
    private static final byte[] PAIRS = pairs();

    private DecimalFloat() {}

    /** Writes a finite {@code value} into {@code to} from {@code at}; returns where it ends. */
    static int format(float value, byte[] to, int at) {
        int bits = Float.floatToRawIntBits(value);
        // Without a branch, since signs are as good as random.
        to[at] = '-';
        int start = at + (bits >>> 31);
        if ((bits & 0x7FFFFFFF) == 0) {
            to[start] = '0';
            return start + 1;
        }
        double magnitude = Math.abs((double) value);
        int exponent = decimalExponent(magnitude);
        double power = power(DIGITS - 1 - exponent);
        double scaled = magnitude * power;
        double half = 0.5 * power * ulp(bits);
        // Below a power of two floats lie half as far apart.
        boolean powerOfTwo = (bits & 0x7FFFFF) == 0;
        int lowest = (int) Math.ceil(scaled - (powerOfTwo ? 0.5 * half : half) + MARGIN);
        int highest = (int) (scaled + half - MARGIN);
        int dropped = 0;
        while ((lowest + 9) / 10 <= highest / 10) {
            lowest = (lowest + 9) / 10;
            highest /= 10;
            dropped++;
        }
        int nearest = (int) (scaled * INVERSE_UNITS[dropped] + 0.5);
        int digits = Math.max(lowest, Math.min(highest, nearest)) * UNITS[dropped];
        return digits == LIMIT
                ? write(LIMIT / 10, dropped - 1, exponent + 1, to, start)
                : write(digits, dropped, exponent, to, start);
    }

    /** Writes d.dddddddd · 10^exponent without its last {@code dropped} zeros, plainly when that is not much longer. */
    private static int write(int digits, int dropped, int exponent, byte[] to, int at) {
        if (exponent < 0 && exponent >= -5) {
            System.arraycopy(ZERO_POINT, 0, to, at, ZERO_POINT.length);
            return writeNineDigits(digits, to, at + 1 - exponent) - dropped;
        }
        boolean plain = exponent >= 0 && exponent < DIGITS;
        int end = writeNineDigits(digits, to, at + 1);
        int whole = plain ? exponent + 1 : 1;
        for (int i = at; i < at + whole; i++) {
            to[i] = to[i + 1];
        }
        to[at + whole] = '.';
        // Without a digit behind the point it goes too; zeros before the point stay.
        end = dropped >= DIGITS - whole ? at + whole : end - dropped;
        return plain ? end : writeExponent(exponent, to, end);
    }

    private static int writeNineDigits(int digits, byte[] to, int at) {
        int high = digits / 10_000;
        int low = digits - high * 10_000;
        to[at] = (byte) ('0' + high / 10_000);
        writeFourDigits(high % 10_000, to, at + 1);
        writeFourDigits(low, to, at + 5);
        return at + DIGITS;
    }

    private static void writeFourDigits(int digits, byte[] to, int at) {
        int high = digits / 100 * 2;
        int low = digits % 100 * 2;
        to[at] = PAIRS[high];
        to[at + 1] = PAIRS[high + 1];
        to[at + 2] = PAIRS[low];
        to[at + 3] = PAIRS[low + 1];
    }

    private static int writeExponent(int exponent, byte[] to, int at) {
        to[at++] = 'e';
        if (exponent < 0) {
            to[at++] = '-';
        }
        int magnitude = Math.abs(exponent);
        if (magnitude >= 10) {
            to[at++] = (byte) ('0' + magnitude / 10);
        }
        to[at++] = (byte) ('0' + magnitude % 10);
        return at;
    }

    /** The distance to the next float, from the bits of the exponent. */
    private static double ulp(int bits) {
        int exponent = Math.max(1, (bits >>> 23) & 0xFF);
        return Double.longBitsToDouble((long) (exponent - 150 + 1023) << 52);
    }

    private static int decimalExponent(double magnitude) {
        // 1233 / 4096 is log10(2), near enough for all exponents of floats; the estimate is exact or one too low.
        int estimate = (Math.getExponent(magnitude) * 1233) >> 12;
        return magnitude >= power(estimate + 1) ? estimate + 1 : estimate;
    }

    private static double power(int exponent) {
        return POWERS[exponent - SMALLEST_EXPONENT];
    }

    private static double[] powers() {
        double[] result = new double[100];
        for (int i = 0; i < result.length; i++) {
            result[i] = Double.parseDouble("1e" + (i + SMALLEST_EXPONENT));
        }
        return result;
    }

    private static byte[] pairs() {
        byte[] result = new byte[200];
        for (int i = 0; i < 100; i++) {
            result[2 * i] = (byte) ('0' + i / 10);
            result[2 * i + 1] = (byte) ('0' + i % 10);
        }
        return result;
    }
}
