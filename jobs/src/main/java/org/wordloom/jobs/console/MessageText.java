package org.wordloom.jobs.console;

import java.util.regex.Pattern;

/** Makes a message fit for a terminal: it may quote files and words, which are not ours. */
public final class MessageText {
    /** Hadoop calls {@code /data/x} {@code file:/data/x}. */
    private static final Pattern LOCAL = Pattern.compile("\\bfile:/+(?=\\S)");
    /** All but the tab and the line feed: escape sequences could change the terminal. */
    private static final Pattern CONTROL = Pattern.compile("[\\p{Cc}&&[^\\t\\n]]");

    private MessageText() {}

    /** Paths of the local disk as people write them, and no control characters. */
    public static String of(String message) {
        return CONTROL.matcher(LOCAL.matcher(message).replaceAll("/")).replaceAll("\uFFFD");
    }
}
