package org.wordloom.train.glove;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicIntegerArray;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.wordloom.blocks.BlockVisit;
import org.wordloom.blocks.Strata;

class StrataLoopTest {
    private static final int CYCLES = 3;

    @ParameterizedTest
    @CsvSource({"1, 1", "1, 3", "2, 2", "5, 2", "8, 8", "9, 4"})
    void noTwoVisitsShareABlockAtATimeAndEveryBlockHasOneOrder(int blocks, int threads) throws Exception {
        List<List<BlockVisit>> expected = byBlock(run(blocks, 1), blocks);
        assertThat(byBlock(run(blocks, threads), blocks)).isEqualTo(expected);
        for (List<BlockVisit> visits : expected) {
            assertThat(visits).hasSize(CYCLES * blocks).doesNotHaveDuplicates();
        }
    }

    private static List<BlockVisit> run(int blocks, int threads) throws Exception {
        AtomicIntegerArray inUse = new AtomicIntegerArray(2 * blocks);
        List<BlockVisit> done = Collections.synchronizedList(new ArrayList<>());
        new StrataLoop<BlockVisit>(new Strata(blocks), CYCLES, 7)
                .run(
                        threads,
                        visit -> visit,
                        (visit, read) -> {
                            assertThat(read).isEqualTo(visit);
                            assertThat(inUse.incrementAndGet(visit.rowBlock())).isEqualTo(1);
                            assertThat(inUse.incrementAndGet(blocks + visit.columnBlock()))
                                    .isEqualTo(1);
                            Thread.sleep(visit.columnBlock() % 3);
                            done.add(visit);
                            inUse.decrementAndGet(visit.rowBlock());
                            inUse.decrementAndGet(blocks + visit.columnBlock());
                        },
                        () -> {});
        return done;
    }

    /** The visits of each row block, then of each column block, in the order in which they were. */
    private static List<List<BlockVisit>> byBlock(List<BlockVisit> visits, int blocks) {
        List<List<BlockVisit>> result = new ArrayList<>();
        for (int block = 0; block < 2 * blocks; block++) {
            result.add(new ArrayList<>());
        }
        for (BlockVisit visit : visits) {
            result.get(visit.rowBlock()).add(visit);
            result.get(blocks + visit.columnBlock()).add(visit);
        }
        return result;
    }

    @Test
    void theFirstFailureEndsTheRun() {
        IOException failure = new IOException("no such cells");
        for (int threads : new int[] {1, 2, 5}) {
            StrataLoop<BlockVisit> loop = new StrataLoop<>(new Strata(5), 1000, 7);
            assertThatThrownBy(() -> loop.run(
                            threads,
                            visit -> {
                                if (visit.rowBlock() == 3) {
                                    throw failure;
                                }
                                return visit;
                            },
                            (visit, read) -> {},
                            () -> {}))
                    .isSameAs(failure);
        }
    }
}
