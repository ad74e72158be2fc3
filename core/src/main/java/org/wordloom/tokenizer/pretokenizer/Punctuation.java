package org.wordloom.tokenizer.pretokenizer;

import org.wordloom.tokenizer.CharacterClass;
import org.wordloom.tokenizer.PreTokenizedText;
import org.wordloom.tokenizer.PreTokenizer;

/**
 * Splits at punctuation: Unicode's, and the symbols of ASCII.
 *
 * @param behavior what becomes of it
 */
public record Punctuation(SplitBehavior behavior) implements PreTokenizer {
    @Override
    public void split(PreTokenizedText words) {
        words.split((chars, from, to, out) -> behavior.apply(
                MatchSegments.ofCharacters(chars, from, to, c -> CharacterClass.is(c, CharacterClass.PUNCTUATION)),
                out));
    }
}
