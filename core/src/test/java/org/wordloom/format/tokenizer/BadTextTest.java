package org.wordloom.format.tokenizer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import it.unimi.dsi.fastutil.ints.IntArrayList;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.wordloom.base.WordloomException;
import org.wordloom.tokenizer.Encoding;
import org.wordloom.tokenizer.Tokenizer;

/** Text that no tokenizer expects. */
class BadTextTest {
    private static final Map<String, Tokenizer> TOKENIZERS =
            TokenizerAgreementTest.tokenizers(SampleTexts.training(), 700);

    static Stream<String> names() {
        return TOKENIZERS.keySet().stream().sorted();
    }

    @ParameterizedTest
    @MethodSource("names")
    void loneSurrogatesCountAsReplacementCharacters(String name) {
        Tokenizer tokenizer = TOKENIZERS.get(name);
        Encoding lone = tokenizer.newEncoder().encode("a\uD800 \uDC00b\uD83D", true);
        Encoding replaced = tokenizer.newEncoder().encode("a\uFFFD \uFFFDb\uFFFD", true);
        assertThat(lone.ids()).isEqualTo(replaced.ids());
    }

    @ParameterizedTest
    @MethodSource("names")
    void emptyTextHasSpecialTokensOnly(String name) {
        Encoding encoding = TOKENIZERS.get(name).newEncoder().encode("", true);
        for (int i = 0; i < encoding.size(); i++) {
            assertThat(encoding.isSpecial(i)).isTrue();
        }
    }

    @ParameterizedTest
    @MethodSource("names")
    void aWordOfMegabytesIsTakenApart(String name) {
        String word = "abcdefghij".repeat(300_000);
        IntArrayList ids = new IntArrayList();
        TOKENIZERS.get(name).newEncoder().encodeIds(word, ids);
        assertThat(ids.size()).isPositive();
    }

    @Test
    void unknownIdsAreNamed() {
        Tokenizer tokenizer = TOKENIZERS.get("gpt2");
        assertThatThrownBy(() -> tokenizer.decode(new int[] {5, 12345}, false))
                .isInstanceOf(WordloomException.class)
                .hasMessageContaining("id 12345, number 2 of 2")
                .hasMessageContaining("0 to " + (tokenizer.size() - 1));
        assertThatThrownBy(() -> tokenizer.decode(new int[] {-1}, false)).hasMessageContaining("id -1");
    }
}
