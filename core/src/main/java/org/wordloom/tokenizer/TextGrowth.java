package org.wordloom.tokenizer;

import org.wordloom.base.ExitCode;
import org.wordloom.base.WordloomException;

/**
 * How much longer a text may become while it is normalised and split, or decoded. A file can chain steps each of which
 * multiplies a text; those of honest tokenizers make three times of it, and of a single character 33 times (U+FDFA, by
 * NFKC and in bytes).
 */
public final class TextGrowth {
    /** Short texts may always become so long, in chars. */
    static final int ALWAYS = 1 << 16;

    static final int FACTOR = 32;

    /** How many more chars the parts of the text may get, all together. */
    private long room;

    /** Begins a text of so many chars. */
    void begin(long chars) {
        room = limit(chars) - chars;
    }

    /** Lets a part of the text become so long as the parts before it have left. */
    void allow(AlignedText part) {
        part.limit(part.length() + room);
    }

    /** A part of the text has become longer, or shorter. */
    void became(int before, int after) {
        room -= Math.max(0, after - before);
    }

    /** The most that a text of so many chars, or bytes, may become. */
    public static long limit(long chars) {
        return FACTOR * chars + ALWAYS;
    }

    /**
     * Checks a length.
     *
     * @param most the limit, and {@code step} what made the text so long
     * @throws WordloomException FORMAT when it is above the limit
     */
    public static void require(long length, long most, Object step) {
        if (length > most) {
            throw new WordloomException(
                    ExitCode.FORMAT,
                    "the tokenizer's step " + name(step) + " makes more than " + most
                            + " characters of a text, which no tokenizer needs; correct the step, or those before it");
        }
    }

    private static String name(Object step) {
        return step instanceof String text ? text : step.getClass().getSimpleName();
    }
}
