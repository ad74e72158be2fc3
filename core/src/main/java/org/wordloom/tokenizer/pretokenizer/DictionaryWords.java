package org.wordloom.tokenizer.pretokenizer;

import com.ibm.icu.text.BreakIterator;
import com.ibm.icu.util.ULocale;
import org.wordloom.tokenizer.CharacterClass;
import org.wordloom.tokenizer.PreTokenizedText;
import org.wordloom.tokenizer.PreTokenizedText.Words;
import org.wordloom.tokenizer.PreTokenizer;

/**
 * Splits at Unicode's word boundaries, with ICU's dictionaries for Chinese, Japanese, Thai, Lao, Khmer and Burmese. White
 * space is dropped; the sign that {@link Metaspace} puts in its place belongs to the word after it. No other program's
 * tokenizer files can express it.
 */
public record DictionaryWords() implements PreTokenizer {
    @Override
    public void split(PreTokenizedText words) {
        // Break iterators are neither immutable nor cheap to make; a clone shares the rules.
        BreakIterator boundaries = BreakIterator.getWordInstance(ULocale.ROOT);
        words.split((chars, from, to, out) -> split(boundaries, chars, from, to, out));
    }

    private static void split(BreakIterator boundaries, char[] chars, int from, int to, Words words) {
        boundaries.setText(new String(chars, from, to - from));
        int start = boundaries.first();
        for (int end = boundaries.next(); end != BreakIterator.DONE; end = boundaries.next()) {
            if (from + end < to && isSpaceSign(chars, from + start, from + end)) {
                continue;
            }
            if (!isBlank(chars, from + start, from + end)) {
                words.word(from + start, from + end);
            }
            start = end;
        }
    }

    private static boolean isSpaceSign(char[] chars, int from, int to) {
        for (int i = from; i < to; i++) {
            if (chars[i] != Metaspace.LOWER_ONE_EIGHTH_BLOCK) {
                return false;
            }
        }
        return true;
    }

    private static boolean isBlank(char[] chars, int from, int to) {
        for (int i = from; i < to; i++) {
            if (!CharacterClass.isSpace(chars[i])) {
                return false;
            }
        }
        return true;
    }
}
