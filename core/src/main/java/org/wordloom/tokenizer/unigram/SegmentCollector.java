package org.wordloom.tokenizer.unigram;

import java.util.Arrays;
import org.wordloom.base.ExitCode;
import org.wordloom.base.WordloomException;

/** Gathers segments, each different one once, in the order in which they first came. */
final class SegmentCollector {
    /** Longer runs of text are cut: a lattice is held for a segment at a time. */
    static final int MOST_CHARACTERS = 1024;

    private static final int MAX_TEXT = Integer.MAX_VALUE - 16;

    private final char[] current = new char[MOST_CHARACTERS];
    private int length;

    private char[] text = new char[1 << 16];
    private int[] starts = new int[1 << 12];
    private long[] counts = new long[1 << 12];
    private int size;
    /** A slot holds a hash (high 32 bits) and a segment's number plus one; 0 is an empty slot. */
    private long[] slots = new long[1 << 13];

    /** Adds a character, by its number in the alphabet, to the segment that is being built. */
    void append(char number, long count) {
        if (length == MOST_CHARACTERS) {
            finish(count);
        }
        current[length++] = number;
    }

    /** Ends the segment that is being built, and counts it {@code count} times. */
    void finish(long count) {
        if (length == 0) {
            return;
        }
        int hash = hash();
        int mask = slots.length - 1;
        int slot = hash & mask;
        for (long entry = slots[slot]; entry != 0; entry = slots[slot]) {
            if ((int) (entry >>> 32) == hash && isCurrent((int) entry - 1)) {
                counts[(int) entry - 1] = Math.addExact(counts[(int) entry - 1], count);
                length = 0;
                return;
            }
            slot = (slot + 1) & mask;
        }
        add(count);
        slots[slot] = ((long) hash << 32) | size;
        length = 0;
        if (size * 2 > slots.length) {
            grow();
        }
    }

    Segments toSegments() {
        int end = starts[size];
        return new Segments(Arrays.copyOf(text, end), Arrays.copyOf(starts, size + 1), Arrays.copyOf(counts, size));
    }

    private void add(long count) {
        int start = starts[size];
        long needed = (long) start + length + 1;
        if (needed > MAX_TEXT) {
            throw new WordloomException(
                    ExitCode.ENVIRONMENT,
                    "the different words have more than 2^31 characters together; leave rare words out");
        }
        if (needed > text.length) {
            text = Arrays.copyOf(text, (int) Math.min(MAX_TEXT, Math.max(needed, text.length * 2L)));
        }
        System.arraycopy(current, 0, text, start, length);
        text[start + length] = Segments.END;
        if (size + 2 > starts.length) {
            starts = Arrays.copyOf(starts, starts.length * 2);
            counts = Arrays.copyOf(counts, counts.length * 2);
        }
        counts[size++] = count;
        starts[size] = (int) needed;
    }

    private int hash() {
        int hash = length;
        for (int i = 0; i < length; i++) {
            hash = (hash ^ current[i]) * 0x9E3779B1;
            hash ^= hash >>> 15;
        }
        return hash;
    }

    private boolean isCurrent(int segment) {
        return Arrays.equals(text, starts[segment], starts[segment + 1] - 1, current, 0, length);
    }

    private void grow() {
        long[] old = slots;
        slots = new long[old.length * 2];
        int mask = slots.length - 1;
        for (long entry : old) {
            if (entry != 0) {
                int slot = (int) (entry >>> 32) & mask;
                while (slots[slot] != 0) {
                    slot = (slot + 1) & mask;
                }
                slots[slot] = entry;
            }
        }
    }
}
