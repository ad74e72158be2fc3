package org.wordloom.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.wordloom.TestRandom;
import org.wordloom.corpus.MemoryShards;
import org.wordloom.corpus.ShardSlice;
import org.wordloom.corpus.SliceReader;

class StepScheduleTest {
    private final TestRandom random = TestRandom.create();

    @RepeatedTest(20)
    void everyTokenIsTrainedOnceAnEpoch() {
        long[] tokens = new long[1 + random.below(6)];
        for (int shard = 0; shard < tokens.length; shard++) {
            tokens[shard] = random.below(4) == 0 ? 0 : random.below(1000);
        }
        int replicas = 1 + random.below(9);
        int steps = 1 + random.below(7);
        StepSchedule schedule = new StepSchedule(tokens, replicas, steps, 2);
        assertThat(schedule.steps()).isEqualTo(2 * steps);
        for (int epoch = 0; epoch < 2; epoch++) {
            int[][] trained = new int[tokens.length][1000];
            for (int step = epoch * steps; step < (epoch + 1) * steps; step++) {
                assertThat(schedule.epoch(step)).isEqualTo(epoch);
                for (int replica = 0; replica < replicas; replica++) {
                    for (ShardSlice slice : schedule.slices(replica, step)) {
                        for (long token = slice.from(); token < slice.to(); token++) {
                            trained[slice.shard()][(int) token]++;
                        }
                    }
                }
            }
            for (int shard = 0; shard < tokens.length; shard++) {
                for (int token = 0; token < 1000; token++) {
                    assertThat(trained[shard][token]).isEqualTo(token < tokens[shard] ? 1 : 0);
                }
            }
        }
    }

    @RepeatedTest(20)
    void stepsFollowEachOther() {
        long[] tokens = {random.below(1000), random.below(1000), 5};
        StepSchedule schedule = new StepSchedule(tokens, 1 + random.below(5), 1 + random.below(5), 3);
        long before = 0;
        for (int step = 0; step < schedule.steps(); step++) {
            assertThat(schedule.round(step, step + 1).wordsBefore()).isEqualTo(before);
            before = schedule.round(step, step + 1).wordsAfter();
        }
        assertThat(before).isEqualTo(schedule.round(0, 1).totalWords());
    }

    @RepeatedTest(10)
    void slicesOfAShardHoldEverySentenceOnce() throws Exception {
        MemoryShards shards = MemoryShards.random(random, 30, 1, 40, 12);
        StepSchedule schedule = new StepSchedule(new long[] {shards.tokens(0)}, 1 + random.below(9), 3, 1);
        List<Integer> read = new ArrayList<>();
        int[] ids = new int[5];
        for (int replica = 0; replica < schedule.replicas(); replica++) {
            for (int step = 0; step < 3; step++) {
                for (ShardSlice slice : schedule.slices(replica, step)) {
                    try (SliceReader reader = new SliceReader(shards, slice)) {
                        for (int n = reader.read(ids); n > 0; n = reader.read(ids)) {
                            for (int k = 0; k < n; k++) {
                                read.add(ids[k]);
                            }
                        }
                    }
                }
            }
        }
        List<Integer> all = new ArrayList<>();
        for (int[] sentence : shards.sentences(0)) {
            for (int id : sentence) {
                all.add(id);
            }
        }
        assertThat(read).isEqualTo(all);
    }

    @Test
    void aTapeOfManyTokensDoesNotOverflow() {
        long tokens = 1L << 52;
        StepSchedule schedule = new StepSchedule(new long[] {tokens, tokens}, 10_000, 100, 1);
        assertThat(schedule.round(99, 100).wordsAfter()).isEqualTo(2 * tokens);
        assertThat(schedule.slices(9_999, 99)).last().satisfies(slice -> assertThat(slice.to())
                .isEqualTo(tokens));
    }

    @Test
    void refusesNothing() {
        assertThatThrownBy(() -> new StepSchedule(new long[1], 0, 1, 1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new StepSchedule(new long[1], 1, 0, 1)).isInstanceOf(IllegalArgumentException.class);
    }
}
