package org.wordloom.train;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.wordloom.base.CounterRandom;
import org.wordloom.base.CounterRandom.Purpose;

class WorkerTest {
    /** Else equal sentences of two slices would keep the same words, with the same windows and negatives. */
    @Test
    void everySliceOfEveryEpochHasRandomNumbersOfItsOwn() {
        Set<Long> keys = new HashSet<>();
        for (long seed = 0; seed < 3; seed++) {
            for (int epoch = 0; epoch < 5; epoch++) {
                for (long shard = 0; shard < 5; shard++) {
                    for (long from = 0; from < 5000; from += 1000) {
                        keys.add(Worker.streamKey(seed, epoch, shard, from));
                    }
                }
            }
        }
        assertThat(keys).hasSize(3 * 5 * 5 * 5);
        assertThat(Worker.streamKey(1, 2, 3, 0)).isEqualTo(CounterRandom.key(1, Purpose.TRAINING, 2, 3));
        assertThat(Worker.streamKey(1, 2, 3, 4)).isEqualTo(CounterRandom.key(1, Purpose.TRAINING, 2, 3, 4));
    }
}
