package org.wordloom.cluster.strata;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.wordloom.base.ExitCode;
import org.wordloom.base.WordloomException;
import org.wordloom.blocks.Side;

class StrataTasksTest {
    private final ToyModel model = ToyModel.of(3).with(visit -> {
        throw new OutOfMemoryError("Java heap space");
    });
    private final StrataTasks<float[]> tasks = new StrataTasks<>(null, model, new StrataSchedule(3, 1, 5));

    @Test
    void aVisitForWhichMemoryDidNotSufficeSaysWhatToDo() {
        assertRefused(() -> tasks.first(0, 2, model::initial));
        assertRefused(() -> tasks.next(1, 2, bytes(Side.INPUT), bytes(Side.OUTPUT)));
    }

    private byte[] bytes(Side side) {
        return new byte[(int) model.bytes(side, 0)];
    }

    /** Nowhere in its causes may the error itself be: Spark would end the executor. */
    private static void assertRefused(ThrowingCallable visit) {
        assertThatThrownBy(visit)
                .isInstanceOfSatisfying(WordloomException.class, refusal -> assertThat(refusal.exitCode())
                        .isEqualTo(ExitCode.ENVIRONMENT))
                .hasMessageContaining("Java heap space")
                .hasMessageContaining("--executor-memory")
                .hasNoCause();
    }
}
