package org.wordloom.cluster.strata;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectOutputStream;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.wordloom.base.CounterRandom;
import org.wordloom.blocks.BlockVisit;
import org.wordloom.blocks.Strata;

class StrataScheduleTest {
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 7, 16})
    void everyPairOnceACycleAndNoBlockTwiceAStratum(int blocks) {
        StrataSchedule schedule = new StrataSchedule(blocks, 3, 42);
        assertThat(schedule.strata()).isEqualTo(3L * blocks);
        Set<BlockVisit> visits = new HashSet<>();
        for (long stratum = 0; stratum < schedule.strata(); stratum++) {
            Set<Integer> columns = new HashSet<>();
            for (int row = 0; row < blocks; row++) {
                BlockVisit visit = schedule.visit(stratum, row);
                assertThat(visit.cycle()).isEqualTo((int) (stratum / blocks));
                assertThat(schedule.rowBlock(stratum, visit.columnBlock())).isEqualTo(row);
                columns.add(visit.columnBlock());
                visits.add(visit);
            }
            assertThat(columns).hasSize(blocks);
        }
        assertThat(visits).hasSize(3 * blocks * blocks);
    }

    @Test
    void eachCycleTakesItsStrataInAnOrderOfItsOwn() {
        StrataSchedule schedule = new StrataSchedule(16, 3, 42);
        Set<List<Integer>> orders = new HashSet<>();
        for (int cycle = 0; cycle < 3; cycle++) {
            int before = 16 * cycle;
            List<Integer> order = IntStream.range(0, 16)
                    .mapToObj(place -> schedule.visit(before + place, 0).columnBlock())
                    .toList();
            assertThat(order)
                    .isEqualTo(IntStream.of(new Strata(16).order(CounterRandom.at(42, cycle)))
                            .boxed()
                            .toList());
            orders.add(order);
        }
        assertThat(orders).hasSize(3);
    }

    /** It travels to every executor. */
    @Test
    void takesNoMoreRoomForMoreCycles() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(new StrataSchedule(1024, 800_000, 1));
        }
        assertThat(bytes.size()).isLessThan(1000);
    }
}
