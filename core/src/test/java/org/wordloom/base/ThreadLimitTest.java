package org.wordloom.base;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ThreadLimitTest {
    @Test
    void allCoresAndUpToTheLimitMayBeAskedFor() {
        assertThat(problems(0)).isEmpty();
        assertThat(problems(1)).isEmpty();
        assertThat(problems(4096)).isEmpty();
        assertThat(problems(-1)).containsExactly("--threads is -1, expected 0 (all cores) to 4096");
        assertThat(problems(4097)).containsExactly("--threads is 4097, expected 0 (all cores) to 4096");
    }

    @Test
    void whereCoresAreCountedThereIsAtLeastOne() {
        assertThat(knownProblems(1)).isEmpty();
        assertThat(knownProblems(4096)).isEmpty();
        assertThat(knownProblems(0)).containsExactly("--threads is 0, expected 1 to 4096");
        assertThat(knownProblems(4097)).containsExactly("--threads is 4097, expected 1 to 4096");
    }

    private static List<String> problems(int threads) {
        Problems problems = new Problems();
        ThreadLimit.validate(threads, problems);
        return problems.all();
    }

    private static List<String> knownProblems(int threads) {
        Problems problems = new Problems();
        ThreadLimit.validateKnown(threads, problems);
        return problems.all();
    }
}
