package org.wordloom.tokenizer;

import java.util.Arrays;

/**
 * GPT-2's alphabet: a visible character for each byte. Bytes that are visible characters of Latin-1 stand for
 * themselves, the other 68 get U+0100 and following in their order.
 */
public final class ByteAlphabet {
    private static final char[] CHARS = chars();
    private static final short[] BYTES = bytes();

    private ByteAlphabet() {}

    /** The character of a byte, 0 … 255. */
    public static char charOf(int unsignedByte) {
        return CHARS[unsignedByte];
    }

    /** The byte of a character as 0 … 255, or -1 when it is not in the alphabet. */
    public static int byteOf(char c) {
        return c < BYTES.length ? BYTES[c] : -1;
    }

    /** Maps {@code chars[from, to)} if that is ASCII, and says whether it was. */
    public static boolean mapInPlace(char[] chars, int from, int to) {
        for (int i = from; i < to; i++) {
            if (chars[i] >= 0x80) {
                return false;
            }
        }
        for (int i = from; i < to; i++) {
            chars[i] = CHARS[chars[i]];
        }
        return true;
    }

    /** Within an edit of {@code text}: writes what lies before {@code to} as the characters of its bytes. */
    public static void write(AlignedText text, int to) {
        while (text.position() < to) {
            int c = text.codePointAt(text.position());
            if (c < 0x80) {
                text.replace(CHARS[c]);
            } else if (c < 0x800) {
                text.replace(CHARS[0xC0 | (c >> 6)]);
                text.insert(CHARS[0x80 | (c & 0x3F)]);
            } else if (c < 0x10000) {
                text.replace(CHARS[0xE0 | (c >> 12)]);
                text.insert(CHARS[0x80 | ((c >> 6) & 0x3F)]);
                text.insert(CHARS[0x80 | (c & 0x3F)]);
            } else {
                text.replace(CHARS[0xF0 | (c >> 18)]);
                text.insert(CHARS[0x80 | ((c >> 12) & 0x3F)]);
                text.insert(CHARS[0x80 | ((c >> 6) & 0x3F)]);
                text.insert(CHARS[0x80 | (c & 0x3F)]);
            }
        }
    }

    private static char[] chars() {
        char[] chars = new char[256];
        int others = 0;
        for (int b = 0; b < 256; b++) {
            boolean visible = (b >= '!' && b <= '~') || (b >= 0xA1 && b != 0xAD);
            chars[b] = visible ? (char) b : (char) (0x100 + others++);
        }
        return chars;
    }

    private static short[] bytes() {
        short[] bytes = new short[0x100 + 68];
        Arrays.fill(bytes, (short) -1);
        for (int b = 0; b < 256; b++) {
            bytes[CHARS[b]] = (short) b;
        }
        return bytes;
    }
}
