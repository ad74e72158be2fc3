package org.wordloom.tokenizer.pretokenizer;

import org.wordloom.tokenizer.PreTokenizedText;
import org.wordloom.tokenizer.PreTokenizer;

/**
 * Splits at a character, which is dropped.
 *
 * @param delimiter the code point
 */
public record CharDelimiterSplit(int delimiter) implements PreTokenizer {
    @Override
    public void split(PreTokenizedText words) {
        words.split((chars, from, to, out) ->
                SplitBehavior.REMOVED.apply(MatchSegments.ofCharacters(chars, from, to, c -> c == delimiter), out));
    }
}
