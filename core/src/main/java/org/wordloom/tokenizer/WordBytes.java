package org.wordloom.tokenizer;

/** UTF-8 of chars without lone surrogates, in an array that is used again and again. */
public final class WordBytes {
    private static final int MANY = 1 << 16;

    private byte[] bytes = new byte[256];

    /** Encodes {@code chars[from, to)} to the beginning of the array and says how many bytes those are. */
    public int encode(char[] chars, int from, int to) {
        // A char takes three bytes at most, both halves of a pair four together.
        if (3L * (to - from) > bytes.length) {
            reserve(chars, from, to);
        }
        int n = 0;
        for (int i = from; i < to; i++) {
            char c = chars[i];
            if (c < 0x80) {
                bytes[n++] = (byte) c;
            } else if (c < 0x800) {
                n = two(c, n);
            } else if (!Character.isSurrogate(c)) {
                n = three(c, n);
            } else {
                n = four(Character.toCodePoint(c, chars[++i]), n);
            }
        }
        return n;
    }

    /** For a long word what it needs and no more: three times that would be most of its memory. */
    private void reserve(char[] chars, int from, int to) {
        long length = 3L * (to - from);
        if (length > MANY) {
            length = 0;
            for (int i = from; i < to; i++) {
                length += chars[i] < 0x80 ? 1 : chars[i] < 0x800 || Character.isSurrogate(chars[i]) ? 2 : 3;
            }
        }
        if (length > bytes.length) {
            bytes = new byte[Math.toIntExact(length)];
        }
    }

    /** The array, which begins with what was encoded last; another one after it had to grow. */
    public byte[] array() {
        return bytes;
    }

    private int two(int c, int at) {
        bytes[at] = (byte) (0xC0 | (c >> 6));
        bytes[at + 1] = (byte) (0x80 | (c & 0x3F));
        return at + 2;
    }

    private int three(int c, int at) {
        bytes[at] = (byte) (0xE0 | (c >> 12));
        bytes[at + 1] = (byte) (0x80 | ((c >> 6) & 0x3F));
        bytes[at + 2] = (byte) (0x80 | (c & 0x3F));
        return at + 3;
    }

    private int four(int c, int at) {
        bytes[at] = (byte) (0xF0 | (c >> 18));
        bytes[at + 1] = (byte) (0x80 | ((c >> 12) & 0x3F));
        bytes[at + 2] = (byte) (0x80 | ((c >> 6) & 0x3F));
        bytes[at + 3] = (byte) (0x80 | (c & 0x3F));
        return at + 4;
    }
}
