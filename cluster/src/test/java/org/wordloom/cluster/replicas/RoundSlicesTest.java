package org.wordloom.cluster.replicas;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.wordloom.cluster.replicas.ReplicaOptions.Rows;
import org.wordloom.corpus.ShardSlice;
import org.wordloom.merge.MergeRule;
import org.wordloom.train.StepSchedule;

class RoundSlicesTest {
    private static final long[] SHARDS = {1_000_000, 5, 333_333, 2_000_001};

    @ParameterizedTest
    @CsvSource({"1,1,1", "3,4,1", "2,1000,7", "5,1000,100", "128,10,1"})
    void allRoundsOfAnEpochTogetherAreTheCorpusOnce(int replicas, int steps, int stride) {
        StepSchedule schedule = new StepSchedule(SHARDS, replicas, steps, 2);
        List<ShardSlice> all = new ArrayList<>();
        for (int from = 0; from < steps; from += stride) {
            RoundSlices slices = new RoundSlices(schedule, from, Math.min(steps, from + stride));
            for (int replica = 0; replica < replicas; replica++) {
                all.addAll(slices.of(replica));
            }
        }
        all.sort(Comparator.comparingInt(ShardSlice::shard).thenComparingLong(ShardSlice::from));
        int shard = -1;
        long end = 0;
        for (ShardSlice slice : all) {
            if (slice.shard() != shard) {
                assertThat(shard < 0 || end == SHARDS[shard]).isTrue();
                shard++;
                end = 0;
            }
            assertThat(slice.shard()).isEqualTo(shard);
            assertThat(slice.from()).isEqualTo(end);
            end = slice.to();
        }
        assertThat(end).isEqualTo(SHARDS[SHARDS.length - 1]);
    }

    @Test
    void aRoundStandsWhereItsStepsStand() {
        StepSchedule schedule = new StepSchedule(SHARDS, 3, 10, 2);
        RoundSlices slices = new RoundSlices(schedule, 13, 17);
        assertThat(slices.round().epoch()).isEqualTo(1);
        assertThat(slices.round().wordsBefore())
                .isEqualTo(new RoundSlices(schedule, 10, 13).round().wordsAfter());
    }

    @Test
    void roundsTakeTheTimeAskedForAndEndWithTheEpoch() {
        RoundLength length =
                new RoundLength(new ReplicaOptions(4, 0, Duration.ofSeconds(10), MergeRule.ADASUM, Rows.AUTO));
        assertThat(length.end(0)).isEqualTo(1);
        length.took(1, 0.5);
        assertThat(length.end(1) - 1).isBetween(15, 20);
        length.took(1, 0.001);
        // A tenth of an epoch at most.
        assertThat(length.end(100)).isEqualTo(200);
        assertThat(length.end(950)).isEqualTo(1000);
        length.took(1, 100);
        assertThat(length.end(1999)).isEqualTo(2000);
    }

    @Test
    void countedMergesAreStepsOfTheirOwn() {
        RoundLength length =
                new RoundLength(new ReplicaOptions(4, 7, Duration.ofSeconds(10), MergeRule.ADASUM, Rows.AUTO));
        length.took(1, 0.001);
        assertThat(length.end(3)).isEqualTo(4);
    }
}
