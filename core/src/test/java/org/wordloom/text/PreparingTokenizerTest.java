package org.wordloom.text;

import static org.assertj.core.api.Assertions.assertThat;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.util.ULocale;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.wordloom.TestRandom;
import org.wordloom.text.TokenizationOptions.Kind;

class PreparingTokenizerTest {
    private static final WordTokenizer PLAIN = WordTokenizers.create(TokenizationOptions.defaults());

    @ParameterizedTest
    @EnumSource(Normalization.class)
    void agreesWithTransformingTheWholeText(Normalization normalization) {
        TestRandom random = TestRandom.create();
        for (int round = 0; round < 1_000; round++) {
            boolean lowercase = random.below(2) == 0;
            byte[] text = RandomText.hostile(random, random.below(60));
            int from = random.below(text.length + 1);
            assertThat(Tokens.of(tokenizer(lowercase, normalization), text, from, text.length))
                    .as("lower-case %s, from %d of %s", lowercase, from, Arrays.toString(text))
                    .isEqualTo(reference(text, from, lowercase, normalization));
        }
    }

    @Test
    void piecesOfLongTextLeaveNoTrace() {
        TestRandom random = TestRandom.create();
        byte[] text = RandomText.hostile(random, 200_000);
        assertThat(Tokens.of(tokenizer(true, Normalization.NFKC), text, 0, text.length))
                .isEqualTo(reference(text, 0, true, Normalization.NFKC));
    }

    @Test
    void aWordLongerThanAPieceStaysWhole() {
        String word = "Ä".repeat(PreparingTokenizer.PIECE_BYTES);
        assertThat(Tokens.of(tokenizer(true, Normalization.NONE), "X " + word + " Y"))
                .containsExactly("x", word.toLowerCase(Locale.ROOT), "y");
    }

    /** Prefixes shift the characters, so that the limit falls on each of their bytes. */
    @ParameterizedTest
    @CsvSource({"'', 中", "a, 中", "aa, 中", "'', 😀", "a, 😀", "aa, 😀", "aaa, 😀", "'', é", "a, é"})
    void aRunWithoutBlanksIsCutBetweenCharactersAtTheLimit(String prefix, String character) {
        String run = prefix
                + character.repeat(
                        PreparingTokenizer.UNBROKEN_BYTES / character.getBytes(StandardCharsets.UTF_8).length + 1);
        List<String> words = Tokens.of(tokenizer(true, Normalization.NONE), run);
        assertThat(words).hasSize(2);
        // Not compared by AssertJ, which would print 32 MB.
        assertThat(String.join("", words).equals(run)).isTrue();
    }

    @Test
    void lowerCasingLooksAtTheWholeWord() {
        assertThat(Tokens.of(tokenizer(true, Normalization.NONE), "ΟΔΟΣ ΣΟΦΟΣ STRASSE ẞ I"))
                .containsExactly("οδος", "σοφος", "strasse", "ß", "i");
    }

    @Test
    void textIsInTheNormalFormAfterLowerCasingToo() {
        for (String word : Tokens.of(tokenizer(true, Normalization.NFC), "İ ẛ̣ Å \u1fbc\u0301 A\u030a")) {
            assertThat(Normalizer.isNormalized(word, Normalizer.Form.NFC))
                    .as(word)
                    .isTrue();
        }
    }

    private static WordTokenizer tokenizer(boolean lowercase, Normalization normalization) {
        return WordTokenizers.create(new TokenizationOptions(Kind.WHITESPACE, lowercase, normalization, List.of()));
    }

    private static List<String> reference(byte[] utf8, int from, boolean lowercase, Normalization normalization) {
        String text = new Utf8Reference(utf8, from, utf8.length).decoded();
        String normalized = normalize(text, normalization);
        return Tokens.of(
                PLAIN,
                lowercase ? normalize(UCharacter.toLowerCase(ULocale.ROOT, normalized), normalization) : normalized);
    }

    private static String normalize(String text, Normalization normalization) {
        return normalization == Normalization.NONE
                ? text
                : Normalizer.normalize(text, Normalizer.Form.valueOf(normalization.name()));
    }
}
