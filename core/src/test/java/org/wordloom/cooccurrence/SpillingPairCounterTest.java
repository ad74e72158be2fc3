package org.wordloom.cooccurrence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wordloom.TestRandom;
import org.wordloom.base.ExitCode;
import org.wordloom.base.WordloomException;
import org.wordloom.blocks.BlockPartition;
import org.wordloom.cooccurrence.ReferenceCounts.Pair;

class SpillingPairCounterTest {
    private static final long ENOUGH = 1 << 22;
    private static final long SMALL = 100_000;

    @TempDir
    Path folder;

    @Test
    void pairsInAnyOrderGiveTheirSums() throws IOException {
        TestRandom random = TestRandom.create();
        for (int round = 0; round < 20; round++) {
            int rows = 1 + random.below(400);
            BlockPartition partition = BlockPartition.equalMass(new long[rows], 1 + random.below(6), 1);
            long memory = random.oneOf(SMALL, 10 * SMALL, ENOUGH);
            Map<Pair, BigInteger> expected = new TreeMap<>();
            try (SpillingPairCounter counter =
                    new SpillingPairCounter(partition, memory, FileRunStore.within(folder))) {
                for (int i = random.below(30_000); i > 0; i--) {
                    Pair pair = new Pair(random.below(rows), random.below(1 + random.below(rows)));
                    long units = 1L + random.below(1 << random.below(30));
                    counter.add(pair.row(), pair.column(), units);
                    expected.merge(pair, BigInteger.valueOf(units), BigInteger::add);
                }
                try (BucketCursor buckets = counter.finish()) {
                    assertThat(ReferenceCounts.read(buckets, partition, false)).isEqualTo(expected);
                }
                assertThat(counter.memoryBytes()).isLessThanOrEqualTo(memory);
            }
        }
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void aSmallMemoryMakesManyRuns() throws IOException {
        TestRandom random = TestRandom.create();
        BlockPartition partition = BlockPartition.equalMass(new long[1000], 3, 1);
        try (SpillingPairCounter counter = new SpillingPairCounter(partition, SMALL, FileRunStore.within(folder))) {
            for (int i = 0; i < 50_000; i++) {
                counter.add(random.below(1000), random.below(1000), 1);
            }
            counter.finish().close();
            assertThat(counter.runs()).isGreaterThan(10);
        }
    }

    @Test
    void aSumBeyond64BitsIsAnError() throws IOException {
        BlockPartition partition = BlockPartition.equalMass(new long[2], 1, 1);
        try (SpillingPairCounter counter = new SpillingPairCounter(partition, ENOUGH, FileRunStore.within(folder))) {
            counter.add(0, 1, Long.MAX_VALUE);
            counter.add(1, 1, Long.MAX_VALUE);
            assertThatThrownBy(() -> counter.add(0, 1, 1))
                    .isInstanceOfSatisfying(WordloomException.class, e -> assertThat(e.exitCode())
                            .isEqualTo(ExitCode.INPUT))
                    .hasMessageContaining("64 bits");
        }
    }

    @Test
    void unitsMustBePositive() throws IOException {
        BlockPartition partition = BlockPartition.equalMass(new long[2], 1, 1);
        try (SpillingPairCounter counter = new SpillingPairCounter(partition, ENOUGH, FileRunStore.within(folder))) {
            assertThatThrownBy(() -> counter.add(0, 1, 0)).isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void tooLittleMemoryIsRefused() {
        BlockPartition partition = BlockPartition.equalMass(new long[100_000], 4, 1);
        assertThatThrownBy(() -> new SpillingPairCounter(partition, SMALL, FileRunStore.within(folder)))
                .isInstanceOfSatisfying(
                        WordloomException.class, e -> assertThat(e.exitCode()).isEqualTo(ExitCode.ENVIRONMENT))
                .hasMessageContaining("100000 words in 4 blocks");
    }
}
