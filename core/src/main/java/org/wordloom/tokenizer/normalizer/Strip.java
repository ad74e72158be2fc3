package org.wordloom.tokenizer.normalizer;

import org.wordloom.tokenizer.AlignedText;
import org.wordloom.tokenizer.CharacterClass;
import org.wordloom.tokenizer.Normalizer;

/**
 * Leaves out white space at the ends of the text.
 *
 * @param left whether at its beginning
 * @param right whether at its end
 */
public record Strip(boolean left, boolean right) implements Normalizer {
    @Override
    public void normalize(AlignedText text) {
        char[] chars = text.chars();
        int from = 0;
        int to = text.length();
        while (left && from < to && CharacterClass.isSpace(chars[from])) {
            from++;
        }
        while (right && to > from && CharacterClass.isSpace(chars[to - 1])) {
            to--;
        }
        if (from > 0 || to < text.length()) {
            text.beginEdit();
            text.skipTo(from);
            text.copy(to - from);
            text.endEdit();
        }
    }
}
