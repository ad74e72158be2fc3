package org.wordloom.base;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** Mistakes are collected and reported together, and the exit codes are a contract. */
class ProblemsTest {
    @Test
    void nothingWrongThrowsNothing() {
        Problems problems = new Problems().require(true, "never %d", 1);
        problems.throwIfAny();
        assertThat(problems.all()).isEmpty();
    }

    @Test
    void oneProblemIsTheWholeMessage() {
        Problems problems = new Problems().require(false, "--dim is %d", 0);
        assertThatThrownBy(problems::throwIfAny)
                .isInstanceOfSatisfying(
                        WordloomException.class, e -> assertThat(e.exitCode()).isEqualTo(ExitCode.USAGE))
                .hasMessage("--dim is 0");
    }

    @Test
    void severalProblemsAreListed() {
        Problems problems = new Problems().add("one").add("100%% of %s", "two");
        assertThatThrownBy(problems::throwIfAny).hasMessage("2 problems:\n  - one\n  - 100% of two");
    }

    @Test
    void aMessageWithoutArgumentsIsNotAFormat() {
        assertThat(new Problems().add("100% wrong").all()).containsExactly("100% wrong");
    }

    @Test
    void exitCodesNeverChange() {
        assertThat(Arrays.stream(ExitCode.values()).map(code -> code + " " + code.status()))
                .containsExactly(
                        "OK 0",
                        "INTERNAL 1",
                        "USAGE 2",
                        "INPUT 3",
                        "OUTPUT 4",
                        "FORMAT 5",
                        "TRAINING 6",
                        "ENVIRONMENT 7",
                        "NOT_FOUND 8",
                        "INTERRUPTED 130");
    }
}
