package org.wordloom.text;

import java.nio.charset.StandardCharsets;

/** Text from bytes that may be malformed. */
public final class Utf8Text {
    private Utf8Text() {}

    /**
     * The text of {@code utf8[from, to)}, with one U+FFFD for each malformed sequence: the longest beginning of a
     * well-formed one, or else a byte. Java's own decoder counts some sequences otherwise.
     */
    public static String decode(byte[] utf8, int from, int to) {
        if (Utf8.isWellFormed(utf8, from, to)) {
            return new String(utf8, from, to - from, StandardCharsets.UTF_8);
        }
        Utf8Buffer repaired = new Utf8Buffer();
        repaired.appendRepaired(utf8, from, to);
        return new String(repaired.bytes(), 0, repaired.size(), StandardCharsets.UTF_8);
    }

    public static boolean isWellFormed(byte[] utf8, int from, int to) {
        return Utf8.isWellFormed(utf8, from, to);
    }
}
