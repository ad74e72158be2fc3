package org.wordloom.text;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** A growing array of UTF-8 bytes that is used again and again. */
final class Utf8Buffer {
    private byte[] bytes = new byte[256];
    private int size;

    void clear() {
        size = 0;
    }

    int size() {
        return size;
    }

    /** The array that holds the bytes {@code [0, size())}; valid until the next call that adds some. */
    byte[] bytes() {
        return bytes;
    }

    void append(byte[] source, int from, int to) {
        reserve(to - from);
        System.arraycopy(source, from, bytes, size, to - from);
        size += to - from;
    }

    /** Appends text in which U+FFFD replaces every malformed sequence. */
    void appendRepaired(byte[] source, int from, int to) {
        int i = from;
        while (i < to) {
            int length = Utf8.sequence(source, i, to);
            if (length > 0) {
                append(source, i, i + length);
            } else {
                append(Utf8.REPLACEMENT, 0, Utf8.REPLACEMENT.length);
            }
            i += Math.abs(length);
        }
    }

    /** Appends transformed ASCII text. */
    void appendAscii(byte[] source, int from, int to, TextTransform transform) {
        reserve(to - from);
        for (int i = from; i < to; i++) {
            bytes[size++] = transform.applyToAscii(source[i]);
        }
    }

    void append(String text) {
        byte[] encoded = text.getBytes(StandardCharsets.UTF_8);
        append(encoded, 0, encoded.length);
    }

    /** Makes room for {@code more} bytes. */
    private void reserve(int more) {
        int needed = Math.addExact(size, more);
        if (needed > bytes.length) {
            bytes = Arrays.copyOf(bytes, (int) Math.min(Integer.MAX_VALUE - 8L, Math.max(needed, bytes.length * 2L)));
        }
    }
}
