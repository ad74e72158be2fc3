package org.wordloom.cooccurrence;

import it.unimi.dsi.fastutil.longs.LongArrays;
import java.util.Arrays;

/** Sums by key in a hash table with open addressing that doubles up to a given size, 16 bytes a slot. */
final class PairSumTable {
    static final int LEAST_SLOTS = 1 << 10;
    static final int SLOT_BYTES = 2 * Long.BYTES;

    /** 2⁶⁴ divided by the golden ratio, so that keys that differ little go to slots that differ much. */
    private static final long GOLDEN = 0x9E3779B97F4A7C15L;

    private final int mostSlots;
    /** Keys plus one; 0 is an empty slot. After {@link #sort} the keys themselves, ascending. */
    private long[] keys = new long[LEAST_SLOTS];

    private long[] sums = new long[LEAST_SLOTS];
    private int size;

    /** @param memoryBytes of the table, also while it doubles */
    PairSumTable(long memoryBytes) {
        long slots = LEAST_SLOTS;
        // While it doubles, the old table is there too.
        while (slots < 1 << 30 && 3 * slots * SLOT_BYTES <= memoryBytes) {
            slots *= 2;
        }
        this.mostSlots = (int) slots;
    }

    static long leastBytes() {
        return (long) LEAST_SLOTS * SLOT_BYTES;
    }

    /** Whether {@link #add} must not be called until the table was sorted and cleared. */
    boolean full() {
        return size >= mostSlots - (mostSlots >> 2);
    }

    /** @param key at least 0 */
    void add(long key, long sum) {
        int slot = slot(key + 1);
        if (keys[slot] != 0) {
            sums[slot] = ExactSums.add(sums[slot], sum);
            return;
        }
        keys[slot] = key + 1;
        sums[slot] = sum;
        size++;
        if (size > keys.length - (keys.length >> 2) && keys.length < mostSlots) {
            grow();
        }
    }

    /** Brings the keys to the front in ascending order, and gives their number; then only {@link #clear} goes on. */
    int sort() {
        int n = 0;
        for (int slot = 0; slot < keys.length; slot++) {
            if (keys[slot] != 0) {
                keys[n] = keys[slot] - 1;
                sums[n++] = sums[slot];
            }
        }
        LongArrays.radixSort(keys, sums, 0, n);
        return n;
    }

    /** Key number {@code i} of a sorted table. */
    long key(int i) {
        return keys[i];
    }

    /** The sum of key number {@code i} of a sorted table. */
    long sum(int i) {
        return sums[i];
    }

    void clear() {
        Arrays.fill(keys, 0);
        size = 0;
    }

    long memoryBytes() {
        return (long) SLOT_BYTES * keys.length;
    }

    /** The slot of a key plus one, or the empty one where it belongs. */
    private int slot(long stored) {
        int mask = keys.length - 1;
        int slot = (int) ((stored * GOLDEN) >>> Long.numberOfLeadingZeros(mask)) & mask;
        while (keys[slot] != 0 && keys[slot] != stored) {
            slot = (slot + 1) & mask;
        }
        return slot;
    }

    private void grow() {
        long[] oldKeys = keys;
        long[] oldSums = sums;
        keys = new long[2 * oldKeys.length];
        sums = new long[2 * oldKeys.length];
        for (int old = 0; old < oldKeys.length; old++) {
            if (oldKeys[old] != 0) {
                int slot = slot(oldKeys[old]);
                keys[slot] = oldKeys[old];
                sums[slot] = oldSums[old];
            }
        }
    }
}
