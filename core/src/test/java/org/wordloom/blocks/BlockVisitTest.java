package org.wordloom.blocks;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.wordloom.base.CounterRandom;
import org.wordloom.base.CounterRandom.Purpose;

class BlockVisitTest {
    @Test
    void everyVisitHasRandomNumbersOfItsOwnForEachPurpose() {
        Set<Long> keys = new HashSet<>();
        for (int cycle = 0; cycle < 5; cycle++) {
            for (int row = 0; row < 5; row++) {
                for (int column = 0; column < 5; column++) {
                    BlockVisit visit = new BlockVisit(cycle, row, column);
                    keys.add(visit.key(1, Purpose.TRAINING));
                    keys.add(visit.key(2, Purpose.TRAINING));
                    keys.add(visit.key(1, Purpose.SHUFFLE));
                }
            }
        }
        assertThat(keys).hasSize(3 * 125);
        assertThat(new BlockVisit(4, 2, 3).key(1, Purpose.TRAINING))
                .isEqualTo(CounterRandom.key(1, Purpose.TRAINING, 4, 2, 3));
    }

    @Test
    void messagesCountCyclesFromOne() {
        assertThat(new BlockVisit(0, 2, 3)).hasToString("cycle 1, row block 2, column block 3");
    }
}
