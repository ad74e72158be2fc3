package org.wordloom.format.tokenizer;

import java.util.regex.Pattern;

/** What a file holds, as a message may quote it: a part of one line, whatever it is. */
public final class Excerpt {
    private static final int LONGEST = 200;
    private static final Pattern CONTROL = Pattern.compile("[\\p{Cc}\\u2028\\u2029]");

    private Excerpt() {}

    public static String of(String text) {
        String part = text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "…";
        return CONTROL.matcher(part).replaceAll("\uFFFD");
    }
}
