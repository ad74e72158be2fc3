package org.wordloom.tokenizer;

import org.wordloom.base.ExitCode;
import org.wordloom.base.WordloomException;

/**
 * A text as a regular expression reads it, not for ever: of some expressions, such as {@code (a+)+b}, the ways to match
 * double with every character. HuggingFace's library gives up too, after ten million tries at one place.
 */
final class LimitedReading implements CharSequence {
    /** A few seconds. Honest expressions read a character some ten times. */
    private static final long ALWAYS = 1L << 28;

    private static final long OF_EACH_CHARACTER = 1000;

    private final TextPattern pattern;
    private final CharSequence text;
    private long left;

    LimitedReading(TextPattern pattern, CharSequence text) {
        this.pattern = pattern;
        this.text = text;
        this.left = ALWAYS + OF_EACH_CHARACTER * text.length();
    }

    @Override
    public int length() {
        return text.length();
    }

    @Override
    public char charAt(int index) {
        if (--left < 0) {
            throw new WordloomException(
                    ExitCode.INPUT,
                    "the regular expression " + pattern.quoted() + " needs too many steps on a text of " + text.length()
                            + " characters; make it simpler or the text shorter");
        }
        return text.charAt(index);
    }

    @Override
    public CharSequence subSequence(int start, int end) {
        return text.subSequence(start, end);
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
