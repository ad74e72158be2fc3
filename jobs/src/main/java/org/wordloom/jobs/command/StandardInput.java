package org.wordloom.jobs.command;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.wordloom.base.ExitCode;
import org.wordloom.base.WordloomException;

/** Words that another program hands over. */
final class StandardInput {
    private StandardInput() {}

    /** All words between white space. */
    static List<String> words() {
        try {
            String text = new String(System.in.readAllBytes(), StandardCharsets.UTF_8).strip();
            return text.isEmpty() ? List.of() : List.of(text.split("\\s+"));
        } catch (IOException e) {
            throw new WordloomException(ExitCode.INPUT, "cannot read the standard input: " + e.getMessage(), e);
        }
    }
}
