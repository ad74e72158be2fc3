package org.wordloom.train;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class WorkQueueTest {
    @Test
    void handsOutEveryShardOfEveryEpochInOrder() {
        WorkQueue queue = new WorkQueue(2, 3);
        for (int unit = 0; unit < 6; unit++) {
            assertThat(queue.take()).isEqualTo(unit);
            assertThat(queue.epoch(unit)).isEqualTo(unit / 3);
            assertThat(queue.shard(unit)).isEqualTo(unit % 3);
        }
        assertThat(queue.take()).isEqualTo(-1);
    }

    @Test
    void runningDryDoesNotStopThoseWhoStillWork() {
        WorkQueue queue = new WorkQueue(1, 1);
        assertThat(queue.take()).isZero();
        assertThat(queue.take()).isEqualTo(-1);
        assertThat(queue.stopped()).isFalse();
        queue.stop();
        assertThat(queue.stopped()).isTrue();
    }

    @Test
    void afterStoppingThereIsNothingToTake() {
        WorkQueue queue = new WorkQueue(5, 100);
        assertThat(queue.take()).isZero();
        queue.stop();
        assertThat(queue.take()).isEqualTo(-1);
    }
}
