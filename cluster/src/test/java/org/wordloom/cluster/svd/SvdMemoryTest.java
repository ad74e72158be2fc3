package org.wordloom.cluster.svd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.wordloom.base.ExitCode;
import org.wordloom.base.WordloomException;

class SvdMemoryTest {
    private static final long MEGABYTE = 1 << 20;

    @Test
    void cachesWhatTasksAndTallMatricesLeave() {
        SvdMemory roomy = memory(1000, true, 2, 100, 200, 300);
        assertThatCode(roomy::require).doesNotThrowAnyException();
        assertThat(roomy.inMemory()).isTrue();
        assertThat(roomy.cacheBytes()).isEqualTo((750 - 200 - 200) * MEGABYTE);
        SvdMemory cluster = memory(1000, false, 2, 100, 200, 300);
        assertThat(cluster.inMemory()).isFalse();
        assertThat(cluster.cacheBytes()).isEqualTo((750 - 200) * MEGABYTE);
        assertThat(memory(1000, true, 2, 100, 260, 300).inMemory()).isFalse();
        assertThat(memory(1000, true, 7, 107, 260, 300).cacheBytes()).isEqualTo(MEGABYTE);
    }

    @Test
    void refusesWithTheArithmetic() {
        assertThatThrownBy(() -> memory(1000, false, 4, 200, 100, 100).require())
                .isInstanceOfSatisfying(
                        WordloomException.class, e -> assertThat(e.exitCode()).isEqualTo(ExitCode.ENVIRONMENT))
                .hasMessageContaining("4 tasks at a time need 200 MB each")
                .hasMessageContaining("more --executor-memory than 1,000 MB, of which 750 MB");
        assertThatThrownBy(() -> memory(1000, true, 1, 100, 100, 1001).require())
                .hasMessageContaining("take 1,051 MB")
                .hasMessageContaining("--driver-memory");
    }

    private static SvdMemory memory(long heap, boolean local, int tasks, long task, long tall, long model) {
        return new SvdMemory(heap * MEGABYTE, local, tasks, task * MEGABYTE, tall * MEGABYTE, model * MEGABYTE);
    }
}
