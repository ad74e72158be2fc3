package org.wordloom.tokenizer.pretokenizer;

import org.wordloom.tokenizer.CharacterClass;
import org.wordloom.tokenizer.PreTokenizedText;
import org.wordloom.tokenizer.PreTokenizedText.Words;
import org.wordloom.tokenizer.PreTokenizer;

/** Splits into runs of word characters and runs of other characters than those and white space, which is dropped. */
public record Whitespace() implements PreTokenizer {
    private static final int BITS = CharacterClass.WORD | CharacterClass.SPACE;

    @Override
    public void split(PreTokenizedText words) {
        words.split(Whitespace::split);
    }

    private static void split(char[] chars, int from, int to, Words words) {
        int start = from;
        int kind = CharacterClass.SPACE;
        for (int i = from; i < to; ) {
            int codePoint = Character.codePointAt(chars, i, to);
            int next = CharacterClass.of(codePoint) & BITS;
            if (next != kind) {
                emit(start, i, kind, words);
                start = i;
                kind = next;
            }
            i += Character.charCount(codePoint);
        }
        emit(start, to, kind, words);
    }

    private static void emit(int from, int to, int kind, Words words) {
        if (kind != CharacterClass.SPACE) {
            words.word(from, to);
        }
    }
}
