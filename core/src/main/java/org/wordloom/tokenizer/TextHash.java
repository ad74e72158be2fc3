package org.wordloom.tokenizer;

import org.wordloom.base.CounterRandom;
import org.wordloom.base.CounterRandom.Purpose;

/**
 * Hashes of short texts that differ from one JVM to the next, so that nobody can write a text or a file whose words all
 * collide, as is easy for {@link String#hashCode}. Nothing but speed may depend on them.
 */
final class TextHash {
    private static final long KEY = CounterRandom.key(System.nanoTime(), Purpose.SHUFFLE);
    private static final long START = CounterRandom.at(KEY, 0);
    /** Odd, so that no bit of what was read is lost. */
    private static final long MULTIPLIER = CounterRandom.at(KEY, 1) | 1;

    private static final long FINAL_MULTIPLIER = 0x9E3779B97F4A7C15L;

    private TextHash() {}

    /** The hash of {@code text[from, to)}. */
    static int of(char[] text, int from, int to) {
        long hash = START;
        for (int i = from; i < to; i++) {
            hash = (hash ^ text[i]) * MULTIPLIER;
        }
        return high(hash);
    }

    static int of(String text) {
        long hash = START;
        for (int i = 0; i < text.length(); i++) {
            hash = (hash ^ text.charAt(i)) * MULTIPLIER;
        }
        return high(hash);
    }

    /** The high bits depend on all that was read, the low ones on few bits of each char. */
    private static int high(long hash) {
        return (int) (((hash ^ (hash >>> 32)) * FINAL_MULTIPLIER) >>> 32);
    }

    /** Where to look first in a table of {@code mask + 1} slots, a power of two. */
    static int slot(int hash, int mask) {
        return (hash ^ (hash >>> 16)) & mask;
    }
}
