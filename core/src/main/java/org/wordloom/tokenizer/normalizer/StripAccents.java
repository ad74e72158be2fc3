package org.wordloom.tokenizer.normalizer;

import org.wordloom.tokenizer.AlignedText;
import org.wordloom.tokenizer.CharacterClass;
import org.wordloom.tokenizer.Normalizer;

/** Leaves out combining marks (general category M); letters with accents are to be decomposed before. */
public record StripAccents() implements Normalizer {
    @Override
    public void normalize(AlignedText text) {
        if (text.firstFrom(0x300, 0) < text.length()) {
            Filter.keep(text, codePoint -> !CharacterClass.is(codePoint, CharacterClass.MARK));
        }
    }
}
