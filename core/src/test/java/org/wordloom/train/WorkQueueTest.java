package org.wordloom.train;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.wordloom.corpus.ShardSlice;

class WorkQueueTest {
    @Test
    void handsOutEveryShardOfEveryEpochInOrder() {
        WorkQueue queue = new WorkQueue(0, 2, slices(3));
        for (int unit = 0; unit < 6; unit++) {
            assertThat(queue.take()).isEqualTo(unit);
            assertThat(queue.epoch(unit)).isEqualTo(unit / 3);
            assertThat(queue.slice(unit).shard()).isEqualTo(unit % 3);
        }
        assertThat(queue.take()).isEqualTo(-1);
    }

    @Test
    void runningDryDoesNotStopThoseWhoStillWork() {
        WorkQueue queue = new WorkQueue(0, 1, slices(1));
        assertThat(queue.take()).isZero();
        assertThat(queue.take()).isEqualTo(-1);
        assertThat(queue.stopped()).isFalse();
        queue.stop();
        assertThat(queue.stopped()).isTrue();
    }

    @Test
    void afterStoppingThereIsNothingToTake() {
        WorkQueue queue = new WorkQueue(0, 5, slices(100));
        assertThat(queue.take()).isZero();
        queue.stop();
        assertThat(queue.take()).isEqualTo(-1);
    }

    private static List<ShardSlice> slices(int shards) {
        return IntStream.range(0, shards)
                .mapToObj(shard -> new ShardSlice(shard, 0, 1))
                .toList();
    }
}
