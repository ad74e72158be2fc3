package org.wordloom.jobs.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class ResultStreamTest {
    @Test
    void resultsAreUtf8() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        PrintStream out = ResultStream.on(bytes);
        out.println("Käse");
        out.write('x');
        out.flush();
        assertThat(bytes.toString(StandardCharsets.UTF_8)).isEqualTo("Käse" + System.lineSeparator() + "x");
        assertThat(out.checkError()).isFalse();
    }

    @Test
    void aReaderThatHasEnoughIsNoError() {
        Failing pipe = new Failing("Broken pipe");
        PrintStream out = ResultStream.on(pipe);
        out.println("first");
        out.println("second");
        assertThat(out.checkError()).isFalse();
        assertThat(pipe.writes).isEqualTo(1);
    }

    @Test
    void aFullDiskIsAnError() {
        PrintStream out = ResultStream.on(new Failing("No space left on device"));
        out.println("first");
        assertThat(out.checkError()).isTrue();
    }

    private static final class Failing extends OutputStream {
        private final String message;
        private int writes;

        Failing(String message) {
            this.message = message;
        }

        @Override
        public void write(int b) throws IOException {
            writes++;
            throw new IOException(message);
        }
    }
}
