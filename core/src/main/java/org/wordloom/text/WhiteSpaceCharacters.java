package org.wordloom.text;

/** What separates words: control characters, the blank, and the characters with the property White_Space. */
final class WhiteSpaceCharacters {
    private WhiteSpaceCharacters() {}

    static boolean is(int codePoint) {
        if (codePoint <= ' ') {
            return true;
        }
        if (codePoint < 0x1680) {
            return codePoint == 0x85 || codePoint == 0xA0;
        }
        return (codePoint >= 0x2000 && codePoint <= 0x200A)
                || codePoint == 0x1680
                || codePoint == 0x2028
                || codePoint == 0x2029
                || codePoint == 0x202F
                || codePoint == 0x205F
                || codePoint == 0x3000;
    }

    /** Whether the sequence at {@code at} is white space; {@code length} is what {@link Utf8#sequence} said. */
    static boolean isAt(byte[] utf8, int at, int length) {
        return switch (length) {
            case 1 -> utf8[at] <= ' ';
            case 2 -> utf8[at] == (byte) 0xC2 && is(Utf8.codePoint(utf8, at, 2));
            case 3 -> utf8[at] <= (byte) 0xE3 && is(Utf8.codePoint(utf8, at, 3));
            default -> false;
        };
    }
}
