package org.wordloom.tokenizer.sentencepiece;

import java.util.Arrays;

/** Normalised text in UTF-8, with the place in the original that each byte comes from; used again and again. */
public final class NormalizedUtf8 {
    private static final int MANY = 1 << 16;

    private byte[] bytes = new byte[256];
    /** One more than there are bytes: the last says where the original was read to. */
    private int[] origins = new int[257];

    private int length;

    /** The array that holds the text; valid until the next one is normalised. */
    public byte[] bytes() {
        return bytes;
    }

    public int length() {
        return length;
    }

    /** Where the character of the original begins that byte {@code at} comes from; at {@link #length}, where the last ends. */
    public int origin(int at) {
        return origins[at];
    }

    void clear() {
        length = 0;
    }

    /** Makes room for a long text at once: growing would hold everything twice. */
    void reserve(int expected) {
        if (expected > MANY && bytes.length < expected) {
            bytes = new byte[expected];
            origins = new int[expected + 1];
        }
    }

    void append(byte b, int origin) {
        if (length == bytes.length) {
            grow(1);
        }
        origins[length] = origin;
        bytes[length++] = b;
    }

    void append(byte[] source, int from, int to, int origin) {
        if (bytes.length - length < to - from) {
            grow(to - from);
        }
        for (int i = from; i < to; i++) {
            origins[length] = origin;
            bytes[length++] = source[i];
        }
    }

    boolean endsWith(byte[] suffix) {
        return length >= suffix.length
                && Arrays.equals(bytes, length - suffix.length, length, suffix, 0, suffix.length);
    }

    /** Takes off the last {@code count} bytes; where the original was read to before them. */
    int shorten(int count) {
        length -= count;
        return origins[length];
    }

    void finish(int origin) {
        origins[length] = origin;
    }

    private void grow(int more) {
        int size = (int) Math.min(Integer.MAX_VALUE - 16L, Math.max((long) length + more, bytes.length * 2L));
        bytes = Arrays.copyOf(bytes, size);
        origins = Arrays.copyOf(origins, size + 1);
    }
}
