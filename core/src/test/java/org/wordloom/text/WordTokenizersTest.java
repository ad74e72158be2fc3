package org.wordloom.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.wordloom.TestRandom;
import org.wordloom.text.TokenizationOptions.Kind;

class WordTokenizersTest {
    /** {@link Tokens} fails on a word that is empty or malformed. */
    @ParameterizedTest
    @EnumSource(Kind.class)
    void everyTokenizerGivesWellFormedWordsOfAnyBytes(Kind kind) {
        TestRandom random = TestRandom.create();
        WordTokenizer plain = WordTokenizers.create(options(kind, false, Normalization.NONE));
        WordTokenizer prepared = WordTokenizers.create(options(kind, true, Normalization.NFKD));
        for (int round = 0; round < 500; round++) {
            byte[] text = RandomText.hostile(random, random.below(50));
            assertThat(Tokens.of(plain, text, 0, text.length)).allMatch(word -> word.indexOf(' ') < 0);
            assertThat(Tokens.of(prepared, text, 0, text.length)).noneMatch(word -> word.contains("B"));
            byte[] noise = new byte[random.below(100)];
            for (int i = 0; i < noise.length; i++) {
                noise[i] = (byte) random.bits();
            }
            Tokens.of(plain, noise, 0, noise.length);
            Tokens.of(prepared, noise, 0, noise.length);
        }
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void aTokenizerKeepsNothingOfEarlierText(Kind kind) {
        TestRandom random = TestRandom.create();
        WordTokenizer used = WordTokenizers.create(options(kind, true, Normalization.NFC));
        for (int round = 0; round < 200; round++) {
            byte[] text = RandomText.wellFormed(random, random.below(100));
            assertThat(Tokens.of(used, text, 0, text.length))
                    .isEqualTo(Tokens.of(
                            WordTokenizers.create(options(kind, true, Normalization.NFC)), text, 0, text.length));
        }
    }

    private static TokenizationOptions options(Kind kind, boolean lowercase, Normalization normalization) {
        List<String> words = kind.usesDictionary() ? List.of("中国", "国中", "国", "ab", "ア、") : List.of();
        return new TokenizationOptions(kind, lowercase, normalization, words);
    }
}
