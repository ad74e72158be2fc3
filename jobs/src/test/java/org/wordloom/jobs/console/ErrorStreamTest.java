package org.wordloom.jobs.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class ErrorStreamTest {
    @Test
    void silentAfterAnInterruption() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ErrorStream errors = new ErrorStream(bytes);
        errors.stream().println("before");
        errors.interrupted();
        errors.stream().println("after");
        assertThat(bytes.toString(StandardCharsets.UTF_8).lines())
                .containsExactly("before", "", "wordloom: interrupted");
    }
}
