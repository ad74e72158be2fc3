package org.wordloom.tokenizer.trie;

import java.util.ArrayDeque;
import java.util.Arrays;

/** The units of a double array that grows, and which of them are free. */
final class UnitBlocks {
    /** So many of the youngest blocks are tried before a new one is made; more would pack closer, and take longer. */
    private static final int OPEN_BLOCKS = 24;

    private static final int MAX_NEAR_OFFSET = 1 << 21;
    private static final int MAX_FAR_OFFSET = 1 << 29;
    private static final int MAX_UNITS = MAX_FAR_OFFSET;
    private static final int WORDS = DoubleArray.BLOCK / Long.SIZE;

    private int[] units = new int[DoubleArray.BLOCK];
    private long[] taken = new long[WORDS];
    private long[] takenBases = new long[WORDS];
    private int size;
    private final ArrayDeque<Integer> open = new ArrayDeque<>();

    /** Makes the root, unit 0. No children begin there, or a zero byte would lead from them to the root. */
    UnitBlocks() {
        addBlock();
        take(0);
        takenBases[0] = 1;
    }

    int unit(int at) {
        return units[at];
    }

    void set(int at, int unit) {
        units[at] = unit;
    }

    int[] toArray() {
        for (int at = 1; at < size; at++) {
            if (!isTaken(taken, at)) {
                units[at] = freeLabel(at);
            }
        }
        return Arrays.copyOf(units, size);
    }

    /** Reserves units for children by these labels, 0 for a value, of the node at unit {@code parent}; the base. */
    int place(int parent, int[] labels, int count) {
        for (int block : open) {
            int base = fit(block, parent, labels, count);
            if (base >= 0) {
                return reserve(base, labels, count);
            }
        }
        int block = addBlock();
        int base = fit(block, parent, labels, count);
        if (base < 0) {
            throw new IllegalStateException("no offset leads from unit " + parent + " to block " + block);
        }
        return reserve(base, labels, count);
    }

    /** Whether a unit's offset bits can express the way from one place to another. */
    static boolean isReachable(int from, int base) {
        int offset = from ^ base;
        return offset < MAX_NEAR_OFFSET || ((offset & 0xFF) == 0 && offset < MAX_FAR_OFFSET);
    }

    /** The offset bits, and the bit that says how to read them. */
    static int offsetBits(int from, int base) {
        int offset = from ^ base;
        return offset < MAX_NEAR_OFFSET ? offset << 10 : (offset << 2) | DoubleArray.FAR_BIT;
    }

    private int fit(int block, int parent, int[] labels, int count) {
        int start = block * DoubleArray.BLOCK;
        for (int word = 0; word < WORDS; word++) {
            for (long free = ~taken[block * WORDS + word]; free != 0; free &= free - 1) {
                int base = (start + word * Long.SIZE + Long.numberOfTrailingZeros(free)) ^ labels[0];
                if (!isTaken(takenBases, base) && isReachable(parent, base) && allFree(base, labels, count)) {
                    return base;
                }
            }
        }
        return -1;
    }

    private boolean allFree(int base, int[] labels, int count) {
        for (int i = 1; i < count; i++) {
            if (isTaken(taken, base ^ labels[i])) {
                return false;
            }
        }
        return true;
    }

    private int reserve(int base, int[] labels, int count) {
        takenBases[base >>> 6] |= 1L << base;
        for (int i = 0; i < count; i++) {
            take(base ^ labels[i]);
        }
        return base;
    }

    private void take(int at) {
        taken[at >>> 6] |= 1L << at;
    }

    private static boolean isTaken(long[] bits, int at) {
        return (bits[at >>> 6] & 1L << at) != 0;
    }

    /** A free unit must not look like anybody's child: the label that it has from a base that is not in use. */
    private int freeLabel(int at) {
        int block = at & -DoubleArray.BLOCK;
        for (int base = block; base < block + DoubleArray.BLOCK; base++) {
            if (!isTaken(takenBases, base)) {
                return (at ^ base) & 0xFF;
            }
        }
        return 0;
    }

    private int addBlock() {
        if (size == MAX_UNITS) {
            throw new IllegalStateException("a double array of more than " + MAX_UNITS + " units");
        }
        if (size == units.length) {
            units = Arrays.copyOf(units, size * 2);
            taken = Arrays.copyOf(taken, taken.length * 2);
            takenBases = Arrays.copyOf(takenBases, takenBases.length * 2);
        }
        int block = size / DoubleArray.BLOCK;
        size += DoubleArray.BLOCK;
        open.addLast(block);
        if (open.size() > OPEN_BLOCKS) {
            open.removeFirst();
        }
        return block;
    }
}
