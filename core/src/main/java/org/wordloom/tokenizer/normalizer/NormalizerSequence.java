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
        for (int i = 0; i < normalizers.size(); i++) {
            text.enter(normalizers.get(i), i + 1);
            normalizers.get(i).normalize(text);
        }
    }
}
