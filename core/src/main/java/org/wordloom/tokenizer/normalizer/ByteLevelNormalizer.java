package org.wordloom.tokenizer.normalizer;

import org.wordloom.tokenizer.AlignedText;
import org.wordloom.tokenizer.ByteAlphabet;
import org.wordloom.tokenizer.Normalizer;

/** Writes text in GPT-2's alphabet of bytes: a visible character for each byte of its UTF-8. */
public record ByteLevelNormalizer() implements Normalizer {
    @Override
    public void normalize(AlignedText text) {
        if (!ByteAlphabet.mapInPlace(text.chars(), 0, text.length())) {
            text.beginEdit();
            ByteAlphabet.write(text, text.length());
            text.endEdit();
        }
    }
}
