package org.wordloom.cluster.tokenizer;

import java.nio.charset.StandardCharsets;
import org.wordloom.base.Progress;
import org.wordloom.text.WordTokenizer;
import org.wordloom.tokenizer.Tokenizer;
import org.wordloom.tokenizer.training.SubwordOptions;
import org.wordloom.tokenizer.training.SubwordOptions.Kind;
import org.wordloom.tokenizer.training.TextOptions;
import org.wordloom.tokenizer.training.TokenizerTrainer;
import org.wordloom.vocab.VocabularyOptions;
import org.wordloom.vocab.WordCounts;

/** Small tokenizers for tests. */
final class Tokenizers {
    private Tokenizers() {}

    /** Learned from a text in this JVM. */
    static Tokenizer learned(Kind kind, int size, String text) {
        TextOptions splitting = kind.text();
        WordCounts counts = new WordCounts();
        WordTokenizer words = splitting.newTokenizer();
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        words.tokenize(utf8, 0, utf8.length, counts::add);
        return new TokenizerTrainer(splitting, options(kind, size), Progress.Listener.none())
                .train(counts.toVocabulary(new VocabularyOptions(1, 0)));
    }

    static SubwordOptions options(Kind kind, int size) {
        SubwordOptions defaults = kind.defaults();
        return new SubwordOptions(
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
