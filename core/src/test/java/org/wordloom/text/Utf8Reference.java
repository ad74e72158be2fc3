package org.wordloom.text;

import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Table 3-7 of the Unicode Standard (well-formed UTF-8) as a pattern over bytes, and its rule for U+FFFD. Java's own
 * decoder is no reference: it makes one U+FFFD of an encoded surrogate, where the rule makes three.
 */
final class Utf8Reference {
    private static final Pattern SEQUENCE = Pattern.compile("(?<good>[\\x00-\\x7F]"
            + "|[\\xC2-\\xDF][\\x80-\\xBF]"
            + "|\\xE0[\\xA0-\\xBF][\\x80-\\xBF]"
            + "|[\\xE1-\\xEC\\xEE\\xEF][\\x80-\\xBF]{2}"
            + "|\\xED[\\x80-\\x9F][\\x80-\\xBF]"
            + "|\\xF0[\\x90-\\xBF][\\x80-\\xBF]{2}"
            + "|[\\xF1-\\xF3][\\x80-\\xBF]{3}"
            + "|\\xF4[\\x80-\\x8F][\\x80-\\xBF]{2})"
            + "|\\xE0[\\xA0-\\xBF]"
            + "|[\\xE1-\\xEC\\xEE\\xEF][\\x80-\\xBF]"
            + "|\\xED[\\x80-\\x9F]"
            + "|\\xF0[\\x90-\\xBF][\\x80-\\xBF]?"
            + "|[\\xF1-\\xF3][\\x80-\\xBF]{1,2}"
            + "|\\xF4[\\x80-\\x8F][\\x80-\\xBF]?"
            + "|[\\x80-\\xFF]");

    private final StringBuilder decoded = new StringBuilder();
    private long malformedSequences;
    private long malformedBytes;

    Utf8Reference(byte[] bytes, int from, int to) {
        Matcher matcher = SEQUENCE.matcher(new String(bytes, from, to - from, StandardCharsets.ISO_8859_1));
        while (matcher.find()) {
            if (matcher.group("good") == null) {
                malformedSequences++;
                malformedBytes += matcher.end() - matcher.start();
                decoded.append('\ufffd');
            } else {
                byte[] sequence = matcher.group().getBytes(StandardCharsets.ISO_8859_1);
                decoded.append(new String(sequence, StandardCharsets.UTF_8));
            }
        }
    }

    String decoded() {
        return decoded.toString();
    }

    long malformedSequences() {
        return malformedSequences;
    }

    long malformedBytes() {
        return malformedBytes;
    }
}
