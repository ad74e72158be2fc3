package org.wordloom.jobs.console;

import java.util.Map;

/** Whether a person watches. */
public final class Terminal {
    /** Set by bin/wordloom, which can ask the system: 1 when the standard error is a terminal, 0 when not. */
    private static final String VARIABLE = "WORDLOOM_TTY";

    private Terminal() {}

    /** Whether the standard error is a terminal. */
    public static boolean watchesErrors(Map<String, String> environment) {
        String told = environment.get(VARIABLE);
        if (told != null) {
            return told.equals("1");
        }
        // Before Java 22 there is a console only if both input and output are terminals; the error stream usually
        // goes with them. From 22 on there always is one, which no longer tells anything: then assume a file.
        return System.console() != null && Runtime.version().feature() < 22;
    }
}
