package org.wordloom.tokenizer.merging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MergeThreadsTest {
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 4})
    void everyTaskRunsOnce(int count) {
        AtomicInteger bits = new AtomicInteger();
        try (MergeThreads threads = new MergeThreads(count)) {
            threads.run(task -> bits.addAndGet(1 << (4 * task)));
        }
        assertThat(bits.get()).isEqualTo(0x1111 & ((1 << (4 * count)) - 1));
    }

    /** Whoever catches the failure may use the arrays again. */
    @ParameterizedTest
    @ValueSource(ints = {0, 1})
    void whereOneFailsTheOthersHaveEnded(int failing) {
        AtomicInteger ended = new AtomicInteger();
        try (MergeThreads threads = new MergeThreads(3)) {
            assertThatThrownBy(() -> threads.run(task -> {
                        if (task == failing) {
                            throw new IllegalArgumentException("task " + task);
                        }
                        LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(200));
                        ended.incrementAndGet();
                    }))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("task " + failing);
            assertThat(ended).hasValue(2);
        }
    }

    @Test
    void errorsAreRethrownAsTheyAre() {
        try (MergeThreads threads = new MergeThreads(2)) {
            assertThatThrownBy(() -> threads.run(task -> {
                        throw new StackOverflowError("deep");
                    }))
                    .isInstanceOf(StackOverflowError.class);
        }
    }
}
