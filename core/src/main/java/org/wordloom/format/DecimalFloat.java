package org.wordloom.format;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * Floats in decimal, allocating nothing, many times faster than {@link Float#toString(float)}.
 *
 * <p>Writing: the float is scaled to nine digits in double precision, where the interval of numbers that read back as
 * this float is some units wide; digits are dropped as long as the nearest number with fewer is inside. So what is written
 * reads back as exactly the same float, and is the shortest such number, unless that lies within a hair of the interval's
 * end, or the float is a power of two, of whose interval the smaller half is taken on both sides. How many digits go and
 * how large the number is are as good as random, so that neither is a branch (39 to 41 instead of 47 to 62 ns a float).
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
    /** The bytes "0.000000". */
    private static final long ZERO_POINT = 0x3030303030302E30L;

    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final VarHandle SHORTS =
            MethodHandles.byteArrayViewVarHandle(short[].class, ByteOrder.LITTLE_ENDIAN);
    /** The two digits of 0 to 99, the first in the low byte. */
    private static final short[] PAIRS = pairs();

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
        // Below a power of two floats lie half as far apart, unless it is the least that is not subnormal.
        double half = (bits & 0x7FFFFF) == 0 && magnitude > Float.MIN_NORMAL ? 0.25 : 0.5;
        double within = half * power * ulp(bits) - MARGIN;
        int whole = (int) (scaled + 0.5);
        int tens = rounded(scaled, 1);
        int hundreds = rounded(scaled, 2);
        int thousands = rounded(scaled, 3);
        int one = isWithin(tens, scaled, within);
        int two = isWithin(hundreds, scaled, within);
        int three = isWithin(thousands, scaled, within);
        int digits = whole + (tens - whole) * one + (hundreds - tens) * two + (thousands - hundreds) * three;
        int dropped = one + two + three;
        if (three != 0) { // rare, and then often many more
            while (dropped < DIGITS && isWithin(rounded(scaled, dropped + 1), scaled, within) != 0) {
                dropped++;
            }
            digits = rounded(scaled, dropped);
        }
        return digits == LIMIT
                ? write(LIMIT / 10, dropped - 1, exponent + 1, to, start)
                : write(digits, dropped, exponent, to, start);
    }

    /** The nearest number whose last {@code dropped} digits are zeros. */
    private static int rounded(double scaled, int dropped) {
        return ((int) (scaled * INVERSE_UNITS[dropped] + 0.5)) * UNITS[dropped];
    }

    /** 1 if {@code n} is nearer to {@code scaled} than {@code within}, else 0. */
    private static int isWithin(int n, double scaled, double within) {
        return (int) (Double.doubleToRawLongBits(Math.abs(n - scaled) - within) >>> 63);
    }

    /** Writes d.dddddddd · 10^exponent without its last {@code dropped} zeros, plainly when that is not much longer. */
    private static int write(int digits, int dropped, int exponent, byte[] to, int at) {
        if (exponent < 0 && exponent >= -5) {
            LONGS.set(to, at, ZERO_POINT);
            return writeNineDigits(digits, to, at + 1 - exponent) - dropped;
        }
        boolean plain = exponent >= 0 && exponent < DIGITS;
        int end = writeNineDigits(digits, to, at + 1);
        int whole = plain ? exponent + 1 : 1;
        for (int i = at; i < at + whole; i++) {
            to[i] = to[i + 1];
        }
        to[at + whole] = '.';
        // Without a digit after the point it goes too; zeros before the point stay.
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
        SHORTS.set(to, at, PAIRS[digits / 100]);
        SHORTS.set(to, at + Short.BYTES, PAIRS[digits % 100]);
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
        // One less where the magnitude is below that power.
        return estimate + 1 - (int) (Double.doubleToRawLongBits(magnitude - power(estimate + 1)) >>> 63);
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

    private static short[] pairs() {
        short[] result = new short[100];
        for (int i = 0; i < result.length; i++) {
            result[i] = (short) (('0' + i % 10) << Byte.SIZE | ('0' + i / 10));
        }
        return result;
    }
}
