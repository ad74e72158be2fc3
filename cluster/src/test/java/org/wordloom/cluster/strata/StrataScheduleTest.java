package org.wordloom.cluster.strata;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.wordloom.blocks.BlockVisit;

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
}
