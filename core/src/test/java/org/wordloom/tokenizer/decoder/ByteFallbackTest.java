package org.wordloom.tokenizer.decoder;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ByteFallbackTest {
    @Test
    void onlyAsciiDigitsNameBytes() {
        assertThat(new ByteFallback().decode(List.of("<0x41>", "<0xc3>", "<0xA9>")))
                .containsExactly("A\u00E9");
        String wide = "<0x\uFF14\uFF11>";
        String arabic = "<0x\u0664\u0661>";
        assertThat(new ByteFallback().decode(List.of(wide, arabic, "<0xG1>"))).containsExactly(wide, arabic, "<0xG1>");
    }
}
