package org.wordloom.tokenizer.decoder;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** What decoders put in the place of nothing stands between characters, not within them. */
class ReplacementTest {
    @Test
    void nothingIsFoundBetweenCharacters() {
        assertThat(new BpeDecoder("").decode(List.of("a\uD83D\uDE00", "", "b")))
                .containsExactly(" a \uD83D\uDE00 ", " ", "b");
        assertThat(new CtcDecoder("<pad>", "", true).decode(List.of("\uD83D\uDE00")))
                .containsExactly(" \uD83D\uDE00 ");
    }

    @Test
    void otherTextIsFoundWhereItIs() {
        assertThat(new BpeDecoder("</w>").decode(List.of("a</w>", "b</w>"))).containsExactly("a ", "b");
    }
}
