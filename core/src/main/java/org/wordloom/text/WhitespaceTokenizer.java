package org.wordloom.text;

import org.wordloom.text.WordTokenizer.WordSink;

/**
 * Splits text at white space: the bytes 0x00 to 0x20 (blank, TAB, the line ends and all other control characters, NUL
 * among them) and the characters that Unicode calls White_Space: U+0085, U+00A0, U+1680, U+2000 to U+200A, U+2028,
 * U+2029, U+202F, U+205F and U+3000. Words are handed on as they lie in the text; only a word with malformed UTF-8 is
 * copied, each malformed sequence becoming U+FFFD.
 */
final class WhitespaceTokenizer implements WordTokenizer {
    private final Utf8Buffer repaired = new Utf8Buffer();

    @Override
    public void tokenize(byte[] utf8, int from, int to, WordSink sink) {
        int start = from;
        boolean wellFormed = true;
        int i = from;
        // The hottest loop of counting and encoding: no allocation, eight bytes a step in words of ASCII.
        while ((i = Utf8.visibleAsciiEnd(utf8, i, to)) < to) {
            byte b = utf8[i];
            int length = b >= 0 ? 1 : Utf8.sequence(utf8, i, to);
            if (b >= 0 || WhiteSpaceCharacters.isAt(utf8, i, length)) {
                emit(utf8, start, i, wellFormed, sink);
                start = i + length;
                wellFormed = true;
            } else if (length < 0) {
                wellFormed = false;
            }
            i += Math.abs(length);
        }
        emit(utf8, start, to, wellFormed, sink);
    }

    private void emit(byte[] utf8, int start, int end, boolean wellFormed, WordSink sink) {
        if (start == end) {
            return;
        }
        if (wellFormed) {
            sink.word(utf8, start, end);
        } else {
            repaired.clear();
            repaired.appendRepaired(utf8, start, end);
            sink.word(repaired.bytes(), 0, repaired.size());
        }
    }
}
