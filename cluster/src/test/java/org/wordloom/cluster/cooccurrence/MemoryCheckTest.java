package org.wordloom.cluster.cooccurrence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.wordloom.base.ExitCode;
import org.wordloom.base.WordloomException;
import org.wordloom.cooccurrence.CooccurrenceOptions;

class MemoryCheckTest {
    private static final long GIGABYTE = 1L << 30;
    private static final CooccurrenceOptions OPTIONS = CooccurrenceOptions.defaults();

    private static final CountingMemory SHARED = new CountingMemory(CooccurrencePlan.SHARE_OF_HEAP, 2, 100);

    private final MemoryCheck check = new MemoryCheck(SHARED, SHARED, GIGABYTE);

    @Test
    void tasksShareTwoFifthsOfTheHeap() {
        assertThat(SHARED.taskBytes(10 * GIGABYTE)).isEqualTo(2 * GIGABYTE);
        CountingMemory one = new CountingMemory(CooccurrencePlan.SHARE_OF_HEAP, 8, 1);
        assertThat(one.taskBytes(10 * GIGABYTE)).isEqualTo(4 * GIGABYTE);
        assertThat(new CountingMemory(78 << 20, 2, 100).taskBytes(GIGABYTE)).isEqualTo(39 << 20);
    }

    /** Nowhere in its causes may the error itself be: Spark would end the executor. */
    @Test
    void aTaskThatHadTooLittleSaysWhatToDo() {
        WordloomException told = CountingMemory.exhausted("counting pairs", new OutOfMemoryError("Java heap space"));
        assertThat(told)
                .hasMessageContainingAll("counting pairs ran out of memory", "Java heap space", "--executor-memory")
                .hasNoCause();
        assertThat(told.exitCode()).isEqualTo(ExitCode.ENVIRONMENT);
    }

    @Test
    void aBlockPairThatCannotBeWrittenIsRefusedWithTheArithmetic() {
        CooccurrenceEstimate large = new CooccurrenceEstimate(1e9, 8e7, 4e7, 2e8, 2e8);
        assertThatThrownBy(() -> check.require(CooccurrencePlan.of(OPTIONS, 1), 70_000, true, large))
                .isInstanceOf(WordloomException.class)
                .hasMessageContainingAll("1 blocks are too few", "40,000,000 cells of 30 bytes", "1,145 MB", "204 MB")
                .hasMessageContaining("raise --blocks to 3 or more")
                .extracting(e -> ((WordloomException) e).exitCode())
                .isEqualTo(ExitCode.ENVIRONMENT);
    }

    /** 150 MB of 204 are for sums: what the cells alone would fit does not. */
    @Test
    void theSumsOfAllWordsAreCountedInForWriting() {
        CooccurrenceEstimate estimate = new CooccurrenceEstimate(1e7, 1e7, 2e6, 1e7, 1e7);
        CountingMemory ample = new CountingMemory(64 * GIGABYTE, 1, 100);
        MemoryCheck writing = new MemoryCheck(ample, SHARED, GIGABYTE);
        writing.require(CooccurrencePlan.of(OPTIONS, 14), 1_000_000, true, estimate);
        assertThatThrownBy(() -> writing.require(CooccurrencePlan.of(OPTIONS, 14), 19_660_800, true, estimate))
                .hasMessageContainingAll("14 blocks are too few", "150 MB of them for the sums");
        assertThatThrownBy(() -> writing.require(CooccurrencePlan.of(OPTIONS, 14), 30_000_000, true, estimate))
                .hasMessageContaining("229 MB for the sums of all words alone");
    }

    @Test
    void aVocabularyThatCannotBeCountedIsRefusedWithTheArithmetic() {
        CooccurrenceEstimate small = new CooccurrenceEstimate(1e6, 1e6, 1e5, 1e6, 1e6);
        assertThatThrownBy(() -> check.require(CooccurrencePlan.of(OPTIONS, 1000), 100_000_000, true, small))
                .isInstanceOf(WordloomException.class)
                .hasMessageContainingAll("counting 100,000,000 words in 1000 blocks", "a task has 204 MB");
        assertThatCode(() -> check.require(CooccurrencePlan.of(OPTIONS, 14), 70_000, true, small))
                .doesNotThrowAnyException();
    }
}
