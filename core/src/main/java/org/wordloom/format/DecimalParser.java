package org.wordloom.format;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.wordloom.base.WordloomException;

/**
 * Reads decimal floats from a file, correctly rounded, without allocating in the usual case: up to 18 digits, and a
 * power of ten that double precision holds exactly. The rest goes through {@link Float#parseFloat(String)}.
 */
final class DecimalParser {
    private static final int LONGEST = 128;
    private static final int MAX_DIGITS = 18;
    private static final int MAX_EXACT_POWER = 22;
    private static final double[] POWERS = powers();

    private final FormatInput in;
    private final byte[] text = new byte[LONGEST];
    private int length;
    private int at;
    private long digits;
    private int significant;
    private int fractionDigits;
    private boolean anyDigit;

    /** For {@link #parse}. */
    DecimalParser() {
        this(null);
    }

    /** For {@link #read}. */
    DecimalParser(FormatInput in) {
        this.in = in;
    }

    /**
     * Reads the number at the current position, up to white space or the end of the file.
     *
     * @param index which of the line's numbers it is, from 0, for errors
     */
    float read(int index) throws IOException {
        readToken(index);
        float value = parsed();
        if (Float.isNaN(value)) {
            throw notANumber(index);
        }
        return value;
    }

    /** The number that all of {@code bytes[from, to)} is; NaN where that is no finite number. */
    float parse(byte[] bytes, int from, int to) {
        if (to - from > LONGEST) {
            return Float.NaN;
        }
        length = to - from;
        System.arraycopy(bytes, from, text, 0, length);
        return parsed();
    }

    private float parsed() {
        at = 0;
        boolean negative = takeSign();
        takeNumber();
        if (!anyDigit) {
            return Float.NaN;
        }
        int exponent = takeExponent();
        if (at != length) {
            return Float.NaN;
        }
        float value = value(negative, exponent - fractionDigits);
        return Float.isFinite(value) ? value : Float.NaN;
    }

    private void readToken(int index) throws IOException {
        length = 0;
        for (int c = in.peek(); c != FormatInput.END && !WritableWords.isSpace(c); c = in.peek()) {
            if (length == LONGEST) {
                throw notANumber(index);
            }
            text[length++] = (byte) in.next();
        }
    }

    private float value(boolean negative, int power) {
        if (significant <= MAX_DIGITS && digits <= 1L << 53 && Math.abs(power) <= MAX_EXACT_POWER) {
            double value = power < 0 ? digits / POWERS[-power] : digits * POWERS[power];
            if (!mayRoundTwice(value)) {
                return (float) (negative ? -value : value);
            }
        }
        return Float.parseFloat(new String(text, 0, length, StandardCharsets.US_ASCII));
    }

    /** Whether rounding to double and then to float could differ from rounding once: midway of two floats, or tiny. */
    private static boolean mayRoundTwice(double value) {
        return (Double.doubleToRawLongBits(value) & 0x1FFFFFFFL) == 0x10000000L
                || (value < Float.MIN_NORMAL && value != 0);
    }

    private boolean takeSign() {
        if (at < length && (text[at] == '-' || text[at] == '+')) {
            return text[at++] == '-';
        }
        return false;
    }

    private void takeNumber() {
        digits = 0;
        significant = 0;
        fractionDigits = 0;
        anyDigit = false;
        takeDigits();
        if (at < length && text[at] == '.') {
            int point = at++;
            takeDigits();
            fractionDigits = at - point - 1;
        }
    }

    private void takeDigits() {
        for (; at < length && isDigit(text[at]); at++) {
            int digit = text[at] - '0';
            anyDigit = true;
            significant += significant > 0 || digit > 0 ? 1 : 0;
            if (significant <= MAX_DIGITS) {
                digits = digits * 10 + digit;
            }
        }
    }

    /** 0 where there is none, or an "e" without digits, which then remains as a character too many. */
    private int takeExponent() {
        if (at == length || (text[at] != 'e' && text[at] != 'E')) {
            return 0;
        }
        int start = at++;
        boolean negative = takeSign();
        if (at == length) {
            at = start;
            return 0;
        }
        int value = 0;
        for (; at < length && isDigit(text[at]); at++) {
            value = Math.min(value * 10 + text[at] - '0', 100_000);
        }
        return negative ? -value : value;
    }

    private WordloomException notANumber(int index) {
        String found = new String(text, 0, Math.min(length, 40), StandardCharsets.UTF_8);
        return in.damaged(
                "a finite number as value " + (index + 1), length == 0 ? "the end of the line" : "'" + found + "'");
    }

    private static boolean isDigit(byte c) {
        return c >= '0' && c <= '9';
    }

    private static double[] powers() {
        double[] result = new double[MAX_EXACT_POWER + 1];
        for (int i = 0; i < result.length; i++) {
            result[i] = Double.parseDouble("1e" + i);
        }
        return result;
    }
}
