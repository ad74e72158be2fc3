package org.wordloom.tokenizer.normalizer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.wordloom.base.ExitCode;
import org.wordloom.base.WordloomException;
import org.wordloom.tokenizer.AlignedText;
import org.wordloom.tokenizer.TextPattern;

/** Replacing in text and in pieces. */
class ReplaceTest {
    @Test
    void piecesAreReplacedAsTextIs() {
        for (String expression : List.of("x*", "", "x|$", "(?<=x)")) {
            Replace replace = new Replace(TextPattern.regex(expression), "$1");
            for (String text : List.of("xb", "a\uD83D\uDE00b", "", "bxx")) {
                AlignedText aligned = new AlignedText();
                aligned.reset(text.toCharArray(), 0, text.length());
                replace.normalize(aligned);
                assertThat(replace.decode(List.of(text)))
                        .as("%s in '%s'", expression, text)
                        .containsExactly(aligned.toString());
            }
        }
    }

    @Test
    void emptyMatchesAreReplacedOnce() {
        Replace replace = new Replace(TextPattern.regex("x*"), "-");
        assertThat(replace.decode(List.of("xb", "\uD83D\uDE00", ""))).containsExactly("-b-", "-\uD83D\uDE00-", "");
    }

    @Test
    void aPatternThatNeedsTooMuchStackIsTheUsersToMend() {
        Replace replace = new Replace(TextPattern.regex("(a|b)*c"), "");
        assertThatThrownBy(() -> replace.decode(List.of("ab".repeat(100_000))))
                .isInstanceOfSatisfying(
                        WordloomException.class, e -> assertThat(e.exitCode()).isEqualTo(ExitCode.INPUT))
                .hasMessageContaining("too much stack");
    }
}
