package org.wordloom.tokenizer.merging;

import it.unimi.dsi.fastutil.ints.IntArrayList;
import java.util.Arrays;
import org.wordloom.base.ExitCode;
import org.wordloom.base.WordloomException;

/**
 * Words as sequences of piece ids, all in one array, so that a visit to a word costs one cache miss. A sequence is two
 * slots for its count (31 bits each, low bits first), its ids, and at least one {@link #END}; merging shortens it and
 * leaves more of them. What names a sequence is the offset of its first slot.
 *
 * <p>Memory: 4 bytes for each character of the distinct words, 12 more for each word.
 */
final class PieceSequences {
    static final int END = -1;
    static final int HEADER = 2;

    /** Beyond this a word is cut: each visit scans the word, and there are as many visits as characters. */
    static final int LONGEST = 1000;

    private static final int MAX_SLOTS = Integer.MAX_VALUE - 8;
    private static final int SECTION = 1 << 16;
    private static final int LOW_BITS = 31;

    private final int[] slots;
    private final int used;
    /** Where sequences begin, one each {@link #SECTION} slots or a little more, and the end. */
    private final int[] sections;

    private PieceSequences(int[] slots, int used, int[] sections) {
        this.slots = slots;
        this.used = used;
        this.sections = sections;
    }

    int[] slots() {
        return slots;
    }

    /** Where the first sequence begins of part {@code part} of {@code parts}; {@code part == parts} gives the end. */
    int partStart(int part, int parts) {
        return sections[(int) ((long) (sections.length - 1) * part / parts)];
    }

    /** All slots that hold something, in bytes four times as many. */
    int used() {
        return used;
    }

    /** The offset of the next sequence, from the first {@link #END} of this one. */
    int skipEnds(int at) {
        int next = at;
        while (next < used && slots[next] < 0) {
            next++;
        }
        return next;
    }

    static long count(int[] slots, int sequence) {
        return ((long) slots[sequence + 1] << LOW_BITS) | slots[sequence];
    }

    /** Takes words in, one symbol after the other. */
    static final class Builder {
        private int[] slots;
        private final IntArrayList sections = new IntArrayList();
        private int sequence;
        private int used;

        /** @param symbols how many symbols will come, at most */
        Builder(long symbols, int words) {
            long needed = symbols + symbols / LONGEST * (HEADER + 1) + (long) words * (HEADER + 1);
            if (needed > MAX_SLOTS) {
                throw new WordloomException(
                        ExitCode.ENVIRONMENT,
                        "the distinct words have " + symbols
                                + " characters, more than 2^31 with their counts; leave out rare words (--min-count)");
            }
            slots = new int[(int) needed];
        }

        void begin(long count) {
            if (sections.isEmpty() || used - sections.getInt(sections.size() - 1) >= SECTION) {
                sections.add(used);
            }
            reserve(HEADER);
            sequence = used;
            slots[used++] = (int) (count & Integer.MAX_VALUE);
            slots[used++] = (int) (count >>> LOW_BITS);
        }

        int length() {
            return used - sequence - HEADER;
        }

        void add(int piece) {
            reserve(1);
            slots[used++] = piece;
        }

        /** Ends the sequence; one without any pair is dropped. */
        void end() {
            if (length() < 2) {
                used = sequence;
            } else {
                reserve(1);
                slots[used++] = END;
            }
        }

        PieceSequences build() {
            if (sections.isEmpty() || sections.getInt(sections.size() - 1) != used) {
                sections.add(used);
            }
            return new PieceSequences(slots, used, sections.toIntArray());
        }

        /** Only words that are cut at unknown characters can need more than was made room for. */
        private void reserve(int more) {
            if (used + more > slots.length) {
                slots = Arrays.copyOf(slots, (int) Math.min(MAX_SLOTS, 16L + slots.length + (slots.length >> 1)));
            }
        }
    }
}
