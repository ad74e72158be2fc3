package org.wordloom.tokenizer.merging;

import java.util.Arrays;

/** Pairs of pieces, numbered from 0: their counts, and the sequences where each occurs (or once did). Only grows. */
public final class PairTable {
    /** What {@link #find} gives for a pair that is not in the table. */
    public static final int ABSENT = -1;

    private static final int[] NOWHERE = {};

    private long[] keys = new long[1 << 10];
    private long[] counts = new long[1 << 10];
    private int[][] sequences = new int[1 << 10][];
    private int size;
    /** A slot holds a pair's number plus one; 0 is an empty slot. */
    private int[] slots = new int[1 << 12];

    public int size() {
        return size;
    }

    public int left(int pair) {
        return (int) (keys[pair] >>> 32);
    }

    public int right(int pair) {
        return (int) keys[pair];
    }

    public long count(int pair) {
        return counts[pair];
    }

    /** The number of a pair, or {@link #ABSENT}. */
    int find(int left, int right) {
        return slots[slot(PairCounter.key(left, right))] - 1;
    }

    /** The sequences where the pair may occur, each once. */
    int[] sequences(int pair) {
        return sequences[pair];
    }

    /** Adds a pair that is not in the table and returns its number. */
    int add(int left, int right, long count, int[] where) {
        if (size == keys.length) {
            keys = Arrays.copyOf(keys, 2 * size);
            counts = Arrays.copyOf(counts, 2 * size);
            sequences = Arrays.copyOf(sequences, 2 * size);
        }
        keys[size] = PairCounter.key(left, right);
        counts[size] = count;
        sequences[size] = where;
        slots[slot(keys[size])] = ++size;
        if (size > slots.length >> 1) {
            rehash();
        }
        return size - 1;
    }

    void subtract(int pair, long count) {
        counts[pair] -= count;
    }

    /** The pair occurs no more. */
    void clear(int pair) {
        counts[pair] = 0;
        sequences[pair] = NOWHERE;
    }

    void setSequences(int pair, int[] where) {
        sequences[pair] = where;
    }

    private int slot(long key) {
        int mask = slots.length - 1;
        int slot = (int) PairCounter.hash(key) & mask;
        while (slots[slot] != 0 && keys[slots[slot] - 1] != key) {
            slot = (slot + 1) & mask;
        }
        return slot;
    }

    private void rehash() {
        slots = new int[2 * slots.length];
        for (int pair = 0; pair < size; pair++) {
            slots[slot(keys[pair])] = pair + 1;
        }
    }
}
