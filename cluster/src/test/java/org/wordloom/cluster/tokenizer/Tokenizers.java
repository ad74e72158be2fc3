package org.wordloom.cluster.tokenizer;

import java.nio.charset.StandardCharsets;
import org.wordloom.base.Progress;
import org.wordloom.text.WordTokenizer;
import org.wordloom.tokenizer.Tokenizer;
import org.wordloom.tokenizer.design.ModelDesign;
import org.wordloom.tokenizer.design.ModelDesign.Kind;
import org.wordloom.tokenizer.design.TextDesign;
import org.wordloom.tokenizer.design.TokenizerTrainer;
import org.wordloom.vocab.VocabularyOptions;
import org.wordloom.vocab.WordCounts;

/** Small tokenizers for tests. */
final class Tokenizers {
    private Tokenizers() {}

    /** Learned from a text in this JVM. */
    static Tokenizer learned(Kind kind, int size, String text) {
        TextDesign design = kind.text();
        WordCounts counts = new WordCounts();
        WordTokenizer words = design.newTokenizer();
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        words.tokenize(utf8, 0, utf8.length, counts::add);
        return new TokenizerTrainer(design, design(kind, size), Progress.Listener.none())
                .train(counts.toVocabulary(new VocabularyOptions(1, 0)));
    }

    static ModelDesign design(Kind kind, int size) {
        ModelDesign defaults = kind.defaults();
        return new ModelDesign(
                kind,
                size,
                defaults.minFrequency(),
                defaults.maxPieceLength(),
                defaults.alphabetLimit(),
                1,
                null,
                false,
                defaults.criterion(),
                1);
    }
}
