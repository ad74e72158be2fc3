package org.wordloom.tokenizer.pretokenizer;

import org.wordloom.tokenizer.CharacterClass;
import org.wordloom.tokenizer.PreTokenizedText;
import org.wordloom.tokenizer.PreTokenizedText.Words;
import org.wordloom.tokenizer.PreTokenizer;

/** Splits at white space, which is dropped, and makes each punctuation character a word. */
public record BertPreTokenizer() implements PreTokenizer {
    @Override
    public void split(PreTokenizedText words) {
        words.split(BertPreTokenizer::split);
    }

    private static void split(char[] chars, int from, int to, Words words) {
        int start = from;
        for (int i = from; i < to; ) {
            int codePoint = Character.codePointAt(chars, i, to);
            int next = i + Character.charCount(codePoint);
            int bits = CharacterClass.of(codePoint);
            if ((bits & (CharacterClass.SPACE | CharacterClass.PUNCTUATION)) != 0) {
                words.word(start, i);
                if ((bits & CharacterClass.PUNCTUATION) != 0) {
                    words.word(i, next);
                }
                start = next;
            }
            i = next;
        }
        words.word(start, to);
    }
}
