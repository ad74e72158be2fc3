package org.wordloom.text;

import com.ibm.icu.text.BreakIterator;
import com.ibm.icu.util.ULocale;
import java.nio.charset.StandardCharsets;

/**
 * Splits well-formed text at word boundaries (Unicode Standard Annex 29, with ICU's dictionaries for Chinese, Japanese,
 * Thai, Lao, Khmer and Burmese) and keeps what ICU calls a number, a letter word, a kana or an ideographic word: spaces,
 * punctuation, symbols and emoji are dropped.
 */
final class UnicodeWordTokenizer implements WordTokenizer {
    private final BreakIterator boundaries = BreakIterator.getWordInstance(ULocale.ROOT);

    @Override
    public void tokenize(byte[] utf8, int from, int to, WordSink sink) {
        String text = new String(utf8, from, to - from, StandardCharsets.UTF_8);
        boundaries.setText(text);
        int start = boundaries.first();
        int startByte = from;
        for (int end = boundaries.next(); end != BreakIterator.DONE; end = boundaries.next()) {
            int endByte = startByte + utf8Length(text, start, end);
            if (boundaries.getRuleStatus() >= BreakIterator.WORD_NUMBER) {
                sink.word(utf8, startByte, endByte);
            }
            start = end;
            startByte = endByte;
        }
    }

    private static int utf8Length(String text, int from, int to) {
        int length = 0;
        for (int i = from; i < to; i++) {
            char c = text.charAt(i);
            // Each half of a surrogate pair stands for two of its four bytes.
            length += c < 0x80 ? 1 : c < 0x800 || Character.isSurrogate(c) ? 2 : 3;
        }
        return length;
    }
}
