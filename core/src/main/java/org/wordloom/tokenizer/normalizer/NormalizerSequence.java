package org.wordloom.tokenizer.normalizer;

import java.util.List;
import org.wordloom.tokenizer.AlignedText;
import org.wordloom.tokenizer.Normalizer;

/** Normalizers one after another. */
public record NormalizerSequence(List<Normalizer> normalizers) implements Normalizer {
    public NormalizerSequence {
        normalizers = List.copyOf(normalizers);
    }

    @Override
    public void normalize(AlignedText text) {
        for (Normalizer normalizer : normalizers) {
            normalizer.normalize(text);
        }
    }
}
