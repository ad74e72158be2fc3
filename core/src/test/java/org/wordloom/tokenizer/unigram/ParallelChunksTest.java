package org.wordloom.tokenizer.unigram;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.BitSet;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class ParallelChunksTest {
    @Test
    void rangesCoverArraysOfAnyLength() {
        for (int length : new int[] {0, 1, 1 << 18, (1 << 18) + 1, Integer.MAX_VALUE - (1 << 18), Integer.MAX_VALUE - 8}) {
            BitSet begun = new BitSet();
            AtomicLong covered = new AtomicLong();
            new ParallelChunks(1).runRanges(length, (from, to) -> {
                assertThat(from).isBetween(0, to - 1);
                assertThat(to).isLessThanOrEqualTo(length);
                begun.set(from >> 18);
                covered.addAndGet(to - from);
            });
            assertThat(covered).hasValue(length);
            assertThat(begun.cardinality()).isEqualTo(begun.length());
        }
    }
}
