package org.wordloom.blocks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.BitSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.wordloom.TestRandom;

class StrataTest {
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 7, 16, 31, 64, 257})
    void aCycleVisitsEveryPairOnceAndNoBlockTwiceAStratum(int blocks) {
        Strata strata = new Strata(blocks);
        BitSet pairs = new BitSet();
        for (int stratum : strata.order(TestRandom.create().bits())) {
            BitSet columns = new BitSet();
            for (int row = 0; row < blocks; row++) {
                int column = strata.columnBlock(stratum, row);
                assertThat(column).isBetween(0, blocks - 1);
                assertThat(columns.get(column))
                        .as("column block %d twice in a stratum", column)
                        .isFalse();
                columns.set(column);
                assertThat(pairs.get(row * blocks + column)).as("a pair twice").isFalse();
                pairs.set(row * blocks + column);
                assertThat(strata.rowBlock(stratum, column)).isEqualTo(row);
            }
        }
        assertThat(pairs.cardinality()).isEqualTo(blocks * blocks);
    }

    @Test
    void theOrderIsAPermutationThatTheKeyChooses() {
        Strata strata = new Strata(50);
        assertThat(strata.order(1)).doesNotHaveDuplicates().hasSize(50).isNotEqualTo(strata.order(2));
        assertThat(strata.order(1)).isEqualTo(strata.order(1));
        assertThat(strata.order(1, 7)).isEqualTo(strata.order(1)[7]);
    }

    @Test
    void largeNumbersOfBlocksDoNotOverflow() {
        Strata strata = new Strata(Integer.MAX_VALUE);
        int last = Integer.MAX_VALUE - 1;
        assertThat(strata.columnBlock(last, last)).isEqualTo(last - 1);
        assertThat(strata.rowBlock(last, last - 1)).isEqualTo(last);
    }

    @Test
    void needsABlock() {
        assertThatThrownBy(() -> new Strata(0)).isInstanceOf(IllegalArgumentException.class);
    }
}
