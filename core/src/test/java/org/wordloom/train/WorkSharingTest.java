package org.wordloom.train;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.wordloom.TestRandom;
import org.wordloom.base.Progress;
import org.wordloom.corpus.MemoryShards;
import org.wordloom.train.TrainingOptions.Architecture;

/** However many threads share the shards, every word of every epoch is trained. */
@Timeout(60)
class WorkSharingTest {
    private final TestRandom random = TestRandom.create();

    @Test
    void aThreadThatFindsNothingLeftDoesNotStopTheOthers() {
        WorkQueue queue = new WorkQueue(1, 1);
        assertThat(queue.take()).isZero();
        assertThat(queue.take()).isEqualTo(-1);
        assertThat(queue.stopped()).as("the first unit is still being trained").isFalse();
    }

    @Test
    void stopIsSeenAtOnce() {
        WorkQueue queue = new WorkQueue(3, 4);
        queue.take();
        queue.stop();
        assertThat(queue.stopped()).isTrue();
        assertThat(queue.take()).isEqualTo(-1);
    }

    @Test
    void unitsComeInTheOrderOfEpochsAndShards() {
        WorkQueue queue = new WorkQueue(2, 3);
        for (int unit = 0; unit < 6; unit++) {
            long taken = queue.take();
            assertThat(queue.epoch(taken)).isEqualTo(unit / 3);
            assertThat(queue.shard(taken)).isEqualTo(unit % 3);
        }
        assertThat(queue.take()).isEqualTo(-1);
    }

    @Test
    void everyWordIsTrainedWhateverTheThreads() throws Exception {
        MemoryShards shards = MemoryShards.random(random, 50, 3, 200, 30);
        long words = 2 * (shards.tokens(0) + shards.tokens(1) + shards.tokens(2));
        for (int threads : new int[] {1, 2, 3, 7}) {
            TrainingOptions options = TrainingOptions.builder(Architecture.SKIPGRAM)
                    .dim(8)
                    .epochs(2)
                    .threads(threads)
                    .build();
            HogwildTrainer.Result result =
                    new HogwildTrainer(options, shards.counts()).train(shards, Progress.Listener.none());
            assertThat(result.words()).as("%d threads", threads).isEqualTo(words);
        }
    }
}
