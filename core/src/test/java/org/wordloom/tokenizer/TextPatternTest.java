package org.wordloom.tokenizer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.wordloom.base.WordloomException;

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
                "[\\w]~a\u00BD~0-1",
                "\\w~a\u00BD~0-1 1-2",
                "[^\\w]~a\u00BD~1-2",
                "[[:word:]]~\u00B2~''",
                "\\p{Word}~\u00B2a~1-2",
                "\\v~'\n\u000B\f'~1-2",
                "[\\v]~'\n\u000B\f'~1-2",
                "a{2}?~aaab~0-2 3-3 4-4",
                "a{2,}?~aaab~0-2",
                "\\Qa+\\E~Qaa+EQaaE~5-9",
                "\\p{XDigit}~f\uFF11~0-1",
                "\\p{Uppercase Letter}+~ABc~0-2",
                "\\p{lu}~aB~1-2",
                "\\P{letter}~a1~1-2",
                "\\p{Any}~a\uD83D\uDE00~0-1 1-3",
                "\\P{Any}~a~''",
                "[\\p{Assigned}]~a\uFFFF~0-1",
                "\\p{Emoji}~a\uD83D\uDE00~1-3",
                "[^\\p{Emoji}]~a\uD83D\uDE00~0-1",
                "\\p{White_Space}~a b~1-2",
                "\\p{Punct}~a$.~2-3",
                "[[:punct:]]~a$.~1-2 2-3",
                "\\pL~apL~1-3",
            })
    void matchesAre(String expression, String text, String matches) {
        assertThat(matches(TextPattern.regex(expression), text)).isEqualTo(matches);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\\", "\\141", "\\p{L", "\\p{Nonsense}", "[a", "(", "[[:nonsense:]]"})
    void isRefused(String expression) {
        assertThatThrownBy(() -> TextPattern.regex(expression))
                .isInstanceOf(WordloomException.class)
                .hasMessageContaining("cannot be used");
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
