package org.wordloom.tokenizer;

import java.util.Arrays;

/**
 * Words with their pieces, for the words that a text repeats. Holds so many words; when it is full it forgets them all.
 * Keys and values lie in two growing arrays: a look-up allocates nothing, and follows one link. Not safe for use by
 * several threads.
 */
final class WordCache implements PieceSink {
    /** Longer words hardly ever occur again. */
    static final int LONGEST_WORD = 64;

    private static final int SLOTS = 1 << 17;
    private static final int MOST_WORDS = SLOTS / 2;
    /** The longest word's pieces, one for each byte of it, must fit on top of this. */
    private static final int VALUES = 1 << 20;

    private static final int INTS_PER_PIECE = 3;

    /** A slot holds the word's hash (high 32 bits) and its number plus one; 0 is an empty slot. */
    private final long[] slots = new long[SLOTS];

    private final int[] keyStarts = new int[MOST_WORDS + 1];
    private final int[] valueStarts = new int[MOST_WORDS + 1];
    private char[] keys = new char[1 << 12];
    /** Id, start and end of each piece. */
    private int[] values = new int[1 << 12];

    private int size;

    /** The number of the word {@code text[from, to)}, or -1. */
    int find(char[] text, int from, int to, int hash) {
        int slot = TextHash.slot(hash, SLOTS - 1);
        for (long entry = slots[slot]; entry != 0; entry = slots[slot]) {
            int word = (int) entry - 1;
            if ((int) (entry >>> 32) == hash
                    && Arrays.equals(keys, keyStarts[word], keyStarts[word + 1], text, from, to)) {
                return word;
            }
            slot = (slot + 1) & (SLOTS - 1);
        }
        return -1;
    }

    /** Makes ready for a word that is not there; its pieces are then given to {@link #add}. */
    void begin(char[] text, int from, int to) {
        if (size == MOST_WORDS || valueStarts[size] > VALUES) {
            Arrays.fill(slots, 0);
            size = 0;
        }
        int start = keyStarts[size];
        if (start + to - from > keys.length) {
            keys = Arrays.copyOf(keys, 2 * keys.length);
        }
        System.arraycopy(text, from, keys, start, to - from);
        keyStarts[size + 1] = start + to - from;
        valueStarts[size + 1] = valueStarts[size];
    }

    /** Adds the word with the pieces given since {@link #begin}, and says its number. */
    int end(int hash) {
        int slot = TextHash.slot(hash, SLOTS - 1);
        while (slots[slot] != 0) {
            slot = (slot + 1) & (SLOTS - 1);
        }
        size++;
        slots[slot] = ((long) hash << 32) | size;
        return size - 1;
    }

    @Override
    public void add(int id, int start, int end) {
        int at = valueStarts[size + 1];
        if (at + INTS_PER_PIECE > values.length) {
            values = Arrays.copyOf(values, 2 * values.length);
        }
        values[at] = id;
        values[at + 1] = start;
        values[at + 2] = end;
        valueStarts[size + 1] = at + INTS_PER_PIECE;
    }

    /** Gives the pieces of a word to {@code sink}. */
    void emit(int word, PieceSink sink) {
        for (int i = valueStarts[word]; i < valueStarts[word + 1]; i += INTS_PER_PIECE) {
            sink.add(values[i], values[i + 1], values[i + 2]);
        }
    }
}
