package org.wordloom.base;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;

class CausesTest {
    @Test
    void goFromTheFailureToWhatBeganIt() {
        IOException first = new IOException("first");
        IllegalStateException second = new IllegalStateException(first);
        RuntimeException third = new RuntimeException(second);
        assertThat(Causes.of(third)).containsExactly(third, second, first);
        assertThat(Causes.of(null)).isEmpty();
    }

    @Test
    void endAlsoWhereAFailureIsItsOwnCause() {
        IllegalStateException one = new IllegalStateException("one");
        IllegalStateException other = new IllegalStateException("other", one);
        one.initCause(other);
        assertThat(Causes.of(one)).contains(one, other).hasSizeLessThan(1000);
    }
}
