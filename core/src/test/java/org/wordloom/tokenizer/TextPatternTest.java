package org.wordloom.tokenizer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where patterns match, as Oniguruma has it. */
class TextPatternTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            value = {
                "x*~xb~0-1 2-2",
                "x*~''~''",
                "''~a\uD83D\uDE00b~0-0 1-1 3-3 4-4",
                "x*~\uD83D\uDE00x~0-0 2-3",
                "(?=\uD83D\uDE00)|.~\uD83D\uDE00a~0-0 2-3",
                "(?<=\\p{So})~a\uD83D\uDE00~3-3",
                "\\G.~ab~0-1 1-2",
            })
    void matchesAre(String expression, String text, String matches) {
        assertThat(matches(TextPattern.regex(expression), text)).isEqualTo(matches);
    }

    @Test
    void anEmptyTextIsFoundBetweenCharacters() {
        assertThat(matches(TextPattern.literal(""), "a\uD83D\uDE00b")).isEqualTo("0-0 1-1 3-3 4-4");
    }

    private static String matches(TextPattern pattern, String text) {
        List<String> found = new ArrayList<>();
        PatternMatches matches = pattern.matches(text);
        while (matches.next()) {
            found.add(matches.start() + "-" + matches.end());
        }
        return String.join(" ", found);
    }
}
