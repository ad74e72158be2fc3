package org.wordloom.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.wordloom.base.Problems;
import org.wordloom.text.TokenizationOptions.Kind;

class TokenizationOptionsTest {
    @Test
    void theDefaultsAreWordsBetweenBlanksAsTheyAre() {
        assertThat(TokenizationOptions.defaults())
                .isEqualTo(new TokenizationOptions(Kind.WHITESPACE, false, Normalization.NONE, List.of()));
        assertThat(problems(TokenizationOptions.defaults())).isEmpty();
    }

    @Test
    void aWordListBelongsToTheDictionaryKinds() {
        assertThat(problems(options(Kind.WORDS, List.of("a"))))
                .singleElement()
                .asString()
                .contains("uses none");
        assertThat(problems(options(Kind.DICTIONARY_LONGEST, List.of())))
                .singleElement()
                .asString()
                .contains("needs");
        assertThat(problems(options(Kind.DICTIONARY_LONGEST, List.of("a", "b\t7"))))
                .isEmpty();
    }

    @Test
    void namesMalformedEntries() {
        List<String> words = List.of("fine", "", "two words", "a\t0", "b\tmany", "c\t99999999999999999999", "\t1");
        assertThat(problems(options(Kind.DICTIONARY_SHORTEST_PATH, words)))
                .hasSize(5)
                .first()
                .asString()
                .startsWith("word list, entry 2, '': ");
    }

    @Test
    void ofManyMalformedEntriesTheFirstFewAreNamed() {
        assertThat(problems(options(Kind.DICTIONARY_LONGEST, Collections.nCopies(1_000, ""))))
                .hasSize(5);
    }

    private static TokenizationOptions options(Kind kind, List<String> dictionary) {
        return new TokenizationOptions(kind, false, Normalization.NONE, dictionary);
    }

    private static List<String> problems(TokenizationOptions options) {
        Problems problems = new Problems();
        options.validate(problems);
        return problems.all();
    }
}
