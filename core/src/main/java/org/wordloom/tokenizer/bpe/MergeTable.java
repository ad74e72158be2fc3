package org.wordloom.tokenizer.bpe;

/** What two neighbouring pieces merge to, and how soon. Immutable once it is filled. */
final class MergeTable {
    /** What {@link #find} gives for a pair that does not merge; larger than the rank of every merge. */
    static final long NONE = Long.MAX_VALUE;

    /** A pair and beside it what {@link #find} gives, in one cache line; a pair of 0 0 has its place apart. */
    private final long[] slots;

    private final int mask;
    private long first = NONE;

    MergeTable(int pairs) {
        int capacity = Integer.highestOneBit(Math.max(1, pairs)) * 4;
        this.slots = new long[2 * capacity];
        this.mask = capacity - 1;
    }

    /** Adds a pair; false when it is there already, which changes nothing. */
    boolean add(int left, int right, int rank, int product) {
        long key = key(left, right);
        long value = ((long) rank << 32) | product;
        if (key == 0) {
            boolean isNew = first == NONE;
            first = isNew ? value : first;
            return isNew;
        }
        int slot = slot(key);
        if (slots[slot] == key) {
            return false;
        }
        slots[slot] = key;
        slots[slot + 1] = value;
        return true;
    }

    /** The merge of two pieces: its rank (high 32 bits) and the id of the merged piece, or {@link #NONE}. */
    long find(int left, int right) {
        long key = key(left, right);
        if (key == 0) {
            return first;
        }
        int slot = slot(key);
        return slots[slot] == key ? slots[slot + 1] : NONE;
    }

    static int rank(long merge) {
        return (int) (merge >>> 32);
    }

    static int product(long merge) {
        return (int) merge;
    }

    private int slot(long key) {
        long mixed = key * 0x9E3779B97F4A7C15L;
        int slot = (int) (mixed >>> 32) & mask;
        while (slots[2 * slot] != key && slots[2 * slot] != 0) {
            slot = (slot + 1) & mask;
        }
        return 2 * slot;
    }

    private static long key(int left, int right) {
        return ((long) left << 32) | right;
    }
}
