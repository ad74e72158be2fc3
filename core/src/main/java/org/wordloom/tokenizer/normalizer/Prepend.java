package org.wordloom.tokenizer.normalizer;

import org.wordloom.tokenizer.AlignedText;
import org.wordloom.tokenizer.Normalizer;

/**
 * Puts a text before the text, unless that is empty.
 *
 * @param prepend what is put there, aligned to the first character
 */
public record Prepend(String prepend) implements Normalizer {
    @Override
    public void normalize(AlignedText text) {
        text.prepend(prepend);
    }
}
