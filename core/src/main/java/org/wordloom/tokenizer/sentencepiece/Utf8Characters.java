package org.wordloom.tokenizer.sentencepiece;

/** Characters in UTF-8. */
final class Utf8Characters {
    private Utf8Characters() {}

    /** The length of the well-formed character at {@code at}, 1 to 4, or 0. */
    static int length(byte[] utf8, int at, int to) {
        int lead = utf8[at];
        if (lead >= 0) {
            return 1;
        }
        int length =
                lead < (byte) 0xC2 ? 0 : lead < (byte) 0xE0 ? 2 : lead < (byte) 0xF0 ? 3 : lead < (byte) 0xF5 ? 4 : 0;
        if (length == 0 || to - at < length) {
            return 0;
        }
        int codePoint = lead & (0x7F >> length);
        for (int i = at + 1; i < at + length; i++) {
            if (utf8[i] >= (byte) 0xC0) {
                return 0;
            }
            codePoint = (codePoint << 6) | (utf8[i] & 0x3F);
        }
        return isCharacter(codePoint, length) ? length : 0;
    }

    private static boolean isCharacter(int codePoint, int length) {
        return switch (length) {
            case 2 -> true;
            case 3 -> codePoint >= 0x800 && !(codePoint >= 0xD800 && codePoint <= 0xDFFF);
            default -> codePoint >= 0x10000 && codePoint <= Character.MAX_CODE_POINT;
        };
    }
}
