package org.wordloom.tokenizer.merging;

/** Steps through the characters of a word in well-formed UTF-8. */
final class WordCharacters {
    /** Where in its word a character stands. */
    enum Place {
        FIRST,
        MIDDLE,
        LAST,
        ONLY;

        boolean isFirst() {
            return this == FIRST || this == ONLY;
        }

        boolean isLast() {
            return this == LAST || this == ONLY;
        }
    }

    private final byte[] utf8;
    private int start;
    private int end;
    private int from;
    private int position;
    private int codePoint;

    WordCharacters(byte[] utf8) {
        this.utf8 = utf8;
    }

    /** Goes to the beginning of the word {@code utf8[start, end)}. */
    void restart(int wordStart, int wordEnd) {
        start = wordStart;
        end = wordEnd;
        position = wordStart;
    }

    /** Steps to the next character; false after the last. */
    boolean next() {
        if (position == end) {
            return false;
        }
        from = position;
        int lead = utf8[position++];
        if (lead >= 0) {
            codePoint = lead;
        } else {
            int more = lead < (byte) 0xE0 ? 1 : lead < (byte) 0xF0 ? 2 : 3;
            int value = lead & (0x3F >> more);
            for (int i = 0; i < more; i++) {
                value = (value << 6) | (utf8[position++] & 0x3F);
            }
            codePoint = value;
        }
        return true;
    }

    int codePoint() {
        return codePoint;
    }

    Place place() {
        if (from == start) {
            return position == end ? Place.ONLY : Place.FIRST;
        }
        return position == end ? Place.LAST : Place.MIDDLE;
    }
}
