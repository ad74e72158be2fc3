package org.wordloom.tokenizer.merging;

import java.util.Arrays;

/** Counts of pairs of pieces: a hash table with open addressing. */
final class PairCounter {
    private static final long EMPTY = -1;

    private long[] keys = new long[1 << 12];
    private long[] counts = new long[1 << 12];
    private int[] occurrences = new int[1 << 12];
    private int size;

    PairCounter() {
        Arrays.fill(keys, EMPTY);
    }

    static long key(int left, int right) {
        return ((long) left << 32) | right;
    }

    /** Spreads a key's bits; the high ones are the best. */
    static long hash(long key) {
        long mixed = key * 0x9E3779B97F4A7C15L;
        mixed = (mixed ^ (mixed >>> 32)) * 0xD6E8FEB86659FD93L;
        return mixed ^ (mixed >>> 32);
    }

    /** Counts the pair {@code times} times, found at {@code places} places. */
    void add(long key, long times, int places) {
        int slot = slot(key);
        if (keys[slot] == EMPTY) {
            keys[slot] = key;
            if (++size > keys.length >> 1) {
                grow();
                slot = slot(key);
            }
        }
        counts[slot] += times;
        occurrences[slot] += places;
    }

    void addAll(PairCounter other) {
        for (int slot = 0; slot < other.keys.length; slot++) {
            if (other.keys[slot] != EMPTY) {
                add(other.keys[slot], other.counts[slot], other.occurrences[slot]);
            }
        }
    }

    int size() {
        return size;
    }

    long highest() {
        long highest = 0;
        for (int slot = 0; slot < keys.length; slot++) {
            highest = Math.max(highest, counts[slot]);
        }
        return highest;
    }

    /** At how many places the pair was found. */
    int occurrences(long key) {
        return occurrences[slot(key)];
    }

    /** Receives pairs. */
    @FunctionalInterface
    interface Receiver {
        void add(int left, int right, long count, int occurrences);
    }

    void forEach(Receiver receiver) {
        for (int slot = 0; slot < keys.length; slot++) {
            if (keys[slot] != EMPTY) {
                receiver.add((int) (keys[slot] >>> 32), (int) keys[slot], counts[slot], occurrences[slot]);
            }
        }
    }

    private int slot(long key) {
        int mask = keys.length - 1;
        int slot = (int) hash(key) & mask;
        while (keys[slot] != key && keys[slot] != EMPTY) {
            slot = (slot + 1) & mask;
        }
        return slot;
    }

    private void grow() {
        long[] oldKeys = keys;
        long[] oldCounts = counts;
        int[] oldOccurrences = occurrences;
        keys = new long[2 * oldKeys.length];
        Arrays.fill(keys, EMPTY);
        counts = new long[keys.length];
        occurrences = new int[keys.length];
        for (int old = 0; old < oldKeys.length; old++) {
            if (oldKeys[old] != EMPTY) {
                int slot = slot(oldKeys[old]);
                keys[slot] = oldKeys[old];
                counts[slot] = oldCounts[old];
                occurrences[slot] = oldOccurrences[old];
            }
        }
    }
}
