package org.wordloom.tokenizer.pretokenizer;

import org.wordloom.tokenizer.PreTokenizedText;
import org.wordloom.tokenizer.PreTokenizedText.Words;
import org.wordloom.tokenizer.PreTokenizer;

/**
 * Splits into words of a fixed length.
 *
 * @param length code points of a word, at least 1; the last word may be shorter
 */
public record FixedLength(int length) implements PreTokenizer {
    @Override
    public void split(PreTokenizedText words) {
        words.split(this::split);
    }

    private void split(char[] chars, int from, int to, Words words) {
        int start = from;
        int codePoints = 0;
        for (int i = from; i < to; ) {
            i += Character.charCount(Character.codePointAt(chars, i, to));
            codePoints++;
            if (codePoints == length) {
                words.word(start, i);
                start = i;
                codePoints = 0;
            }
        }
        words.word(start, to);
    }
}
