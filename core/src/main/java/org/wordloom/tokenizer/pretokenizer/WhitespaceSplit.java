package org.wordloom.tokenizer.pretokenizer;

import org.wordloom.tokenizer.CharacterClass;
import org.wordloom.tokenizer.PreTokenizedText;
import org.wordloom.tokenizer.PreTokenizedText.Words;
import org.wordloom.tokenizer.PreTokenizer;

/** Splits at white space, which is dropped. */
public record WhitespaceSplit() implements PreTokenizer {
    @Override
    public void split(PreTokenizedText words) {
        words.split(WhitespaceSplit::split);
    }

    private static void split(char[] chars, int from, int to, Words words) {
        int start = from;
        for (int i = from; i < to; i++) {
            if (CharacterClass.isSpace(chars[i])) {
                words.word(start, i);
                start = i + 1;
            }
        }
        words.word(start, to);
    }
}
