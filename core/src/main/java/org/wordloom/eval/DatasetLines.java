package org.wordloom.eval;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Reads the lines of an evaluation data set: UTF-8, a byte-order mark and empty lines skipped. */
final class DatasetLines {
    private final List<String> malformed = new ArrayList<>();

    /** Takes a line; returns null when it is well formed, and else what is wrong with it. */
    @FunctionalInterface
    interface Consumer {
        String accept(String line);
    }

    /** Hands every line to {@code consumer}; the stream is not closed. */
    void forEach(InputStream in, Consumer consumer) throws IOException {
        BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
        int number = 1;
        for (String line = reader.readLine(); line != null; line = reader.readLine(), number++) {
            String text = (number == 1 && line.startsWith("\uFEFF") ? line.substring(1) : line).strip();
            String problem = text.isEmpty() ? null : consumer.accept(text);
            if (problem != null) {
                malformed.add("line " + number + ": " + problem);
            }
        }
    }

    List<String> malformed() {
        return malformed;
    }
}
