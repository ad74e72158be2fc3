package org.wordloom.jobs.console;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MessageTextTest {
    @Test
    void localPathsLoseTheirSchemeAndOthersKeepIt() {
        assertThat(MessageText.of("cannot rename file:/a/b c to file:///d (hdfs://h/e), profile:/x"))
                .isEqualTo("cannot rename /a/b c to /d (hdfs://h/e), profile:/x");
    }

    @Test
    void controlCharactersDoNotReachTheTerminal() {
        assertThat(MessageText.of("2 problems:\n\t'\u001B[2J\0\r\u009Bm'")).isEqualTo("2 problems:\n\t'�[2J���m'");
    }
}
