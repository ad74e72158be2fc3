package org.wordloom.eval;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads the lines of an evaluation data set: UTF-8, a byte-order mark and empty lines skipped. Lines in another encoding
 * are malformed: their words would be looked up misspelt, and be unknown.
 */
final class DatasetLines {
    /** What the decoder puts in the place of malformed bytes. */
    private static final char REPLACEMENT = '\uFFFD';

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
            String problem = text.isEmpty() ? null : problem(text, consumer);
            if (problem != null) {
                malformed.add("line " + number + ": " + problem);
            }
        }
    }

    private static String problem(String text, Consumer consumer) {
        return text.indexOf(REPLACEMENT) >= 0 ? "it is not UTF-8" : consumer.accept(text);
    }

    List<String> malformed() {
        return malformed;
    }
}
