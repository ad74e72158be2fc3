package org.wordloom.text;

import static org.assertj.core.api.Assertions.assertThat;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UProperty;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.wordloom.TestRandom;

class WhitespaceTokenizerTest {
    private final WordTokenizer tokenizer = WordTokenizers.create(TokenizationOptions.defaults());

    @Test
    void splitsAtBlanksAndKeepsPunctuation() {
        assertThat(Tokens.of(tokenizer, "  to be,\tor not\r")).containsExactly("to", "be,", "or", "not");
    }

    @Test
    void agreesWithSplittingStrings() {
        TestRandom random = TestRandom.create();
        for (int round = 0; round < 2_000; round++) {
            byte[] text = RandomText.hostile(random, random.below(40));
            int from = random.below(text.length + 1);
            int to = from + random.below(text.length - from + 1);
            assertThat(Tokens.of(tokenizer, text, from, to))
                    .as("range %d to %d of %s", from, to, Arrays.toString(text))
                    .isEqualTo(reference(text, from, to));
        }
    }

    private static List<String> reference(byte[] text, int from, int to) {
        String decoded = new Utf8Reference(text, from, to).decoded();
        return Arrays.stream(decoded.split(
                        "[\\x00-\\x20\\x85\\xa0\\u1680\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u3000]+"))
                .filter(word -> !word.isEmpty())
                .toList();
    }

    @Test
    void splitsAtExactlyWhatUnicodeCallsWhiteSpaceAndAtControlCharacters() {
        for (int codePoint = 0; codePoint <= Character.MAX_CODE_POINT; codePoint++) {
            boolean separates = codePoint <= ' ' || UCharacter.hasBinaryProperty(codePoint, UProperty.WHITE_SPACE);
            if (WhiteSpaceCharacters.is(codePoint) != separates) {
                assertThat(WhiteSpaceCharacters.is(codePoint))
                        .as("U+%04X", codePoint)
                        .isEqualTo(separates);
            }
        }
    }

    @Test
    void aNulByteSeparates() {
        assertThat(Tokens.of(tokenizer, "a\0b\0\0c")).containsExactly("a", "b", "c");
    }

    @Test
    void malformedBytesBecomeReplacementCharactersInTheirWordOnly() {
        byte[] text = {'a', (byte) 0xFF, 'b', ' ', (byte) 0xC3, (byte) 0xA9, ' ', (byte) 0xE4, (byte) 0xB8};
        assertThat(Tokens.of(tokenizer, text, 0, text.length)).containsExactly("a\ufffdb", "é", "\ufffd");
    }

    @Test
    void aCharacterThatTheEndOfTheRangeCutsIsMalformed() {
        byte[] text = "é中".getBytes(StandardCharsets.UTF_8);
        assertThat(Tokens.of(tokenizer, text, 0, 1)).containsExactly("\ufffd");
        assertThat(Tokens.of(tokenizer, text, 1, text.length)).containsExactly("\ufffd中");
    }

    @Test
    void anEmptyRangeHasNoWords() {
        assertThat(Tokens.of(tokenizer, "abc".getBytes(StandardCharsets.UTF_8), 1, 1))
                .isEmpty();
        assertThat(Tokens.of(tokenizer, " \t \u3000")).isEmpty();
    }

    @Test
    void aWordMayHaveMegabytes() {
        String word = "x".repeat(5_000_000);
        assertThat(Tokens.of(tokenizer, "a " + word + " b")).containsExactly("a", word, "b");
    }
}
