package org.wordloom.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What a block costs is known before it is made. */
class CellRowsTest {
    @Test
    void aBlockTakesTwoFloatsAWeightAndTwoABias() {
        CellRows rows = new CellRows(1000, 100);
        assertThat(CellRows.bytes(1000, 100))
                .isEqualTo((long) Float.BYTES * (rows.lines().length + rows.biases().length))
                .isEqualTo(1000 * (2 * 104 + 2) * Float.BYTES);
    }
}
