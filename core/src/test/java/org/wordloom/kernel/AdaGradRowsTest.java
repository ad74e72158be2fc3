package org.wordloom.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What a block costs is known before it is made. */
class AdaGradRowsTest {
    @Test
    void aBlockTakesTwoFloatsAWeightAndTwoABias() {
        AdaGradRows rows = new AdaGradRows(1000, 100);
        assertThat(AdaGradRows.bytes(1000, 100))
                .isEqualTo((long) Float.BYTES * (rows.lines().length + rows.biases().length))
                .isEqualTo(1000 * (2 * 104 + 2) * Float.BYTES);
    }
}
