package org.wordloom.cluster.vocabulary;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CountBudgetTest {
    @Test
    void tasksOfAnExecutorShareAQuarterOfItsHeap() {
        long heap = Runtime.getRuntime().maxMemory();
        assertThat(new CountBudget(0, 1).ofTask()).isEqualTo(Math.max(16 << 20, heap / 4));
        assertThat(new CountBudget(0, 2).ofTask()).isEqualTo(Math.max(16 << 20, heap / 4 / 2));
    }

    /** Blocks of a few words each would be as many as the square of the tasks. */
    @Test
    void manyTasksHaveEnoughEach() {
        assertThat(new CountBudget(0, 100_000).ofTask()).isEqualTo(16 << 20);
    }

    @Test
    void bytesThatAreAskedForAreTaken() {
        assertThat(new CountBudget(1, 8).ofTask()).isEqualTo(1);
    }
}
