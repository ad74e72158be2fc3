package org.wordloom.train;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.wordloom.TestRandom;
import org.wordloom.base.Progress;
import org.wordloom.corpus.MemoryShards;

/** However many threads share the shards, every word of every epoch is trained. */
@Timeout(60)
class WorkSharingTest {
    private final TestRandom random = TestRandom.create();

    @Test
    void everyWordIsTrainedWhateverTheThreads() throws Exception {
        MemoryShards shards = MemoryShards.random(random, 50, 3, 200, 30);
        long words = 2 * (shards.tokens(0) + shards.tokens(1) + shards.tokens(2));
        for (int threads : new int[] {1, 2, 3, 7}) {
            TrainingOptions options = TrainingOptions.builder(ArchitectureChoice.SKIPGRAM)
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
