package org.wordloom.tokenizer.pretokenizer;

import org.wordloom.tokenizer.CharacterClass;
import org.wordloom.tokenizer.PreTokenizedText;
import org.wordloom.tokenizer.PreTokenizer;

/**
 * Splits numbers (general category N) from other text.
 *
 * @param individualDigits whether each digit becomes a word
 */
public record Digits(boolean individualDigits) implements PreTokenizer {
    @Override
    public void split(PreTokenizedText words) {
        SplitBehavior behavior = individualDigits ? SplitBehavior.ISOLATED : SplitBehavior.CONTIGUOUS;
        words.split((chars, from, to, out) -> behavior.apply(
                MatchSegments.ofCharacters(chars, from, to, c -> CharacterClass.is(c, CharacterClass.NUMBER)), out));
    }
}
