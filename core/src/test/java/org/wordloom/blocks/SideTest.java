package org.wordloom.blocks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class SideTest {
    /** They are in checkpoints and decide random numbers. */
    @Test
    void codesAndFileNamesStayWhatTheyAre() {
        assertThat(Side.INPUT.code()).isEqualTo(0);
        assertThat(Side.OUTPUT.code()).isEqualTo(1);
        assertThat(Side.INPUT.fileName()).isEqualTo("rows");
        assertThat(Side.OUTPUT.fileName()).isEqualTo("columns");
    }

    @Test
    void aSideHasItsCode() {
        for (Side side : Side.values()) {
            assertThat(Side.ofCode(side.code())).isEqualTo(side);
        }
        assertThatThrownBy(() -> Side.ofCode(2)).isInstanceOf(IllegalArgumentException.class);
    }
}
