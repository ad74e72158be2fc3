package org.wordloom.cooccurrence;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.wordloom.base.Problems;
import org.wordloom.cooccurrence.CooccurrenceOptions.Boundary;
import org.wordloom.cooccurrence.CooccurrenceOptions.Weighting;

class CooccurrenceOptionsTest {
    @Test
    void theDefaultsAreThoseOfGlove() {
        assertThat(CooccurrenceOptions.defaults())
                .isEqualTo(new CooccurrenceOptions(10, true, Weighting.INVERSE_DISTANCE, Boundary.SENTENCE, 0));
        assertThat(problems(CooccurrenceOptions.defaults()).all()).isEmpty();
    }

    @Test
    void allProblemsAreNamedAtOnce() {
        CooccurrenceOptions options = new CooccurrenceOptions(0, true, Weighting.FLAT, Boundary.DOCUMENT, -1);
        assertThat(problems(options).all())
                .hasSize(2)
                .anyMatch(problem -> problem.startsWith("--window is 0, expected 1 to 1000"))
                .anyMatch(problem -> problem.contains("-1.0"));
    }

    @Test
    void limitsAreIncluded() {
        assertThat(problems(withWindow(1)).all()).isEmpty();
        assertThat(problems(withWindow(1000)).all()).isEmpty();
        assertThat(problems(withWindow(1001)).all()).hasSize(1);
        assertThat(problems(new CooccurrenceOptions(5, false, Weighting.FLAT, Boundary.SENTENCE, Double.NaN))
                        .all())
                .hasSize(1);
    }

    private static CooccurrenceOptions withWindow(int window) {
        return new CooccurrenceOptions(window, false, Weighting.LINEAR, Boundary.SENTENCE, 0);
    }

    private static Problems problems(CooccurrenceOptions options) {
        Problems problems = new Problems();
        options.validate(problems);
        return problems;
    }
}
