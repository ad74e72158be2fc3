package org.wordloom.text;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** UTF-8 at the level of bytes. Well-formed means Table 3-7 of the Unicode Standard. */
final class Utf8 {
    /** U+FFFD in UTF-8, which stands for every malformed sequence. */
    static final byte[] REPLACEMENT = {(byte) 0xEF, (byte) 0xBF, (byte) 0xBD};

    static final long HIGH_BITS = 0x8080808080808080L;
    private static final long ABOVE_BLANK = 0x5F5F5F5F5F5F5F5FL;

    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    private Utf8() {}

    /** The eight bytes from {@code at}, the first in the low byte. */
    static long eightBytes(byte[] bytes, int at) {
        return (long) LONGS.get(bytes, at);
    }

    /** The first position in {@code [from, to)} whose byte is not ASCII, or {@code to}. */
    static int asciiEnd(byte[] bytes, int from, int to) {
        int i = from;
        while (i <= to - 8 && (eightBytes(bytes, i) & HIGH_BITS) == 0) {
            i += 8;
        }
        while (i < to && bytes[i] >= 0) {
            i++;
        }
        return i;
    }

    /** The first position in {@code [from, to)} whose byte is below 0x21 or above 0x7F, or {@code to}. */
    static int visibleAsciiEnd(byte[] bytes, int from, int to) {
        int i = from;
        while (i <= to - Long.BYTES) {
            long eight = eightBytes(bytes, i);
            // Without its high bit a byte plus 0x5F reaches 0x80 from 0x21 on; no carry leaves a byte.
            long visible = (eight & ~HIGH_BITS) + ABOVE_BLANK & ~eight & HIGH_BITS;
            if (visible != HIGH_BITS) {
                return i + (Long.numberOfTrailingZeros(visible ^ HIGH_BITS) >>> 3);
            }
            i += Long.BYTES;
        }
        while (i < to && bytes[i] > ' ') {
            i++;
        }
        return i;
    }

    /**
     * The length of the well-formed sequence that begins at {@code at} (1 to 4), or minus the length of the malformed
     * one (-1 to -3): the longest beginning of a well-formed sequence, or else one byte. Those are the parts that
     * decoders replace by one U+FFFD each.
     */
    static int sequence(byte[] bytes, int at, int to) {
        int lead = bytes[at];
        if (lead >= 0) {
            return 1;
        }
        if (lead < (byte) 0xC2 || lead > (byte) 0xF4) {
            return -1;
        }
        if (at + 1 >= to || !isSecond(lead, bytes[at + 1])) {
            return -1;
        }
        if (lead < (byte) 0xE0) {
            return 2;
        }
        if (at + 2 >= to || !isContinuation(bytes[at + 2])) {
            return -2;
        }
        if (lead < (byte) 0xF0) {
            return 3;
        }
        return at + 3 < to && isContinuation(bytes[at + 3]) ? 4 : -3;
    }

    /** The code point of the well-formed sequence of {@code length} bytes at {@code at}. */
    static int codePoint(byte[] bytes, int at, int length) {
        return switch (length) {
            case 1 -> bytes[at];
            case 2 -> ((bytes[at] & 0x1F) << 6) | low6(bytes[at + 1]);
            case 3 -> ((bytes[at] & 0x0F) << 12) | (low6(bytes[at + 1]) << 6) | low6(bytes[at + 2]);
            default ->
                ((bytes[at] & 0x07) << 18)
                        | (low6(bytes[at + 1]) << 12)
                        | (low6(bytes[at + 2]) << 6)
                        | low6(bytes[at + 3]);
        };
    }

    /** Whether {@code [from, to)} is well-formed. */
    static boolean isWellFormed(byte[] bytes, int from, int to) {
        int i = asciiEnd(bytes, from, to);
        while (i < to) {
            int length = sequence(bytes, i, to);
            if (length < 0) {
                return false;
            }
            i += length;
            if (i < to && bytes[i] >= 0) {
                i = asciiEnd(bytes, i, to);
            }
        }
        return true;
    }

    static boolean isContinuation(byte b) {
        return b < (byte) 0xC0;
    }

    private static int low6(byte continuation) {
        return continuation & 0x3F;
    }

    /** Overlong forms, surrogates and numbers beyond U+10FFFF show in the second byte. */
    private static boolean isSecond(int lead, byte second) {
        return switch (lead) {
            case (byte) 0xE0 -> second >= (byte) 0xA0 && second < (byte) 0xC0;
            case (byte) 0xED -> second < (byte) 0xA0;
            case (byte) 0xF0 -> second >= (byte) 0x90 && second < (byte) 0xC0;
            case (byte) 0xF4 -> second < (byte) 0x90;
            default -> isContinuation(second);
        };
    }
}
