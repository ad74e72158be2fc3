package org.wordloom.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import org.wordloom.base.ExitCode;
import org.wordloom.base.WordloomException;

class TaskOutcomeTest {
    @Test
    void aResultComesBack() throws InterruptedException {
        assertThat(TaskOutcome.of(() -> "done").get()).isEqualTo("done");
    }

    @Test
    void everyFailureBecomesOneLineWithItsExitCode() {
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
                    throw new IOException("connection lost");
                },
                ExitCode.INPUT,
                "connection lost");
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

    @Test
    void interruptionIsLeftToSpark() {
        assertThatThrownBy(() -> TaskOutcome.of(() -> {
                    throw new InterruptedException();
                }))
                .isInstanceOf(InterruptedException.class);
    }

    private static void assertFailure(Callable<String> action, ExitCode code, String part) {
        assertThatThrownBy(() -> TaskOutcome.of(action).get()).isInstanceOfSatisfying(WordloomException.class, e -> {
            assertThat(e.exitCode()).isEqualTo(code);
            assertThat(e.getMessage()).contains(part).doesNotContain("\n");
        });
    }
}
