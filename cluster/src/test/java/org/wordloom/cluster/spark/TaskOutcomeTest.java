package org.wordloom.cluster.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.concurrent.Callable;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.wordloom.base.ExitCode;
import org.wordloom.base.WordloomException;

class TaskOutcomeTest {
    @Test
    void aResultComesBack() throws InterruptedException {
        assertThat(TaskOutcome.of(() -> "done").get()).isEqualTo("done");
    }

    @Test
    void everyOtherFailureBecomesOneLineWithItsExitCode() throws InterruptedException {
        assertFailure(
                () -> {
                    throw new WordloomException(ExitCode.TRAINING, "NaN at step 7");
                },
                ExitCode.TRAINING,
                "NaN at step 7");
        assertFailure(
                () -> {
                    throw new OutOfMemoryError("Java heap space");
                },
                ExitCode.ENVIRONMENT,
                "--executor-memory");
        assertFailure(
                () -> {
                    throw new WordloomException(ExitCode.OUTPUT, "no space is left");
                },
                ExitCode.OUTPUT,
                "no space is left");
        assertFailure(
                () -> {
                    throw new StackOverflowError();
                },
                ExitCode.TRAINING,
                "StackOverflowError");
        assertFailure(
                () -> {
                    throw new IllegalStateException("several\nlines");
                },
                ExitCode.TRAINING,
                "IllegalStateException: several");
    }

    /** Another machine may be able to read it. */
    @Test
    void whatCannotBeReadIsLeftToSpark() {
        assertThrown(() -> TaskOutcome.of(() -> {
            throw new IOException("connection lost");
        }));
        assertThrown(() -> TaskOutcome.failure(new WordloomException(ExitCode.INPUT, "connection lost")));
    }

    @Test
    void interruptionIsLeftToSpark() {
        assertThatThrownBy(() -> TaskOutcome.of(() -> {
                    throw new InterruptedException();
                }))
                .isInstanceOf(InterruptedException.class);
    }

    private static void assertThrown(ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOf(WordloomException.class)
                .hasMessageContaining("connection lost")
                .extracting(e -> ((WordloomException) e).exitCode())
                .isEqualTo(ExitCode.INPUT);
    }

    private static void assertFailure(Callable<String> action, ExitCode code, String part) throws InterruptedException {
        TaskOutcome<String> outcome = TaskOutcome.of(action);
        assertThatThrownBy(outcome::get).isInstanceOfSatisfying(WordloomException.class, e -> {
            assertThat(e.exitCode()).isEqualTo(code);
            assertThat(e.getMessage()).contains(part).doesNotContain("\n");
        });
    }
}
