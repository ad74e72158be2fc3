package org.wordloom.cooccurrence;

import java.util.Arrays;

/**
 * Sorts distinct indices of a known range: sets their bits in a bitmap and reads it in order, with two bitmaps of
 * non-empty words above it, so that the work grows with the number of indices. A few are sorted by comparison.
 */
final class IndexSorter {
    private static final int FEW = 48;

    private final long[] bits;
    private final long[] words;
    private final long[] groups;

    /** @param range indices are below this */
    IndexSorter(int range) {
        bits = new long[(range >> 6) + 1];
        words = new long[(range >> 12) + 1];
        groups = new long[(range >> 18) + 1];
    }

    static long memoryBytes(int range) {
        return range / 8L + range / 500 + 3 * Long.BYTES;
    }

    /** Sorts the first {@code size} indices, which must differ from each other. */
    void sort(int[] indices, int size) {
        if (size <= FEW) {
            Arrays.sort(indices, 0, size);
            return;
        }
        for (int i = 0; i < size; i++) {
            int index = indices[i];
            bits[index >> 6] |= 1L << index;
            words[index >> 12] |= 1L << (index >> 6);
            groups[index >> 18] |= 1L << (index >> 12);
        }
        read(indices);
    }

    private void read(int[] indices) {
        int n = 0;
        for (int top = 0; top < groups.length; top++) {
            for (long group = groups[top]; group != 0; group &= group - 1) {
                n = readGroup((top << 6) + Long.numberOfTrailingZeros(group), indices, n);
            }
            groups[top] = 0;
        }
    }

    private int readGroup(int group, int[] indices, int from) {
        int n = from;
        for (long rest = words[group]; rest != 0; rest &= rest - 1) {
            int word = (group << 6) + Long.numberOfTrailingZeros(rest);
            for (long set = bits[word]; set != 0; set &= set - 1) {
                indices[n++] = (word << 6) + Long.numberOfTrailingZeros(set);
            }
            bits[word] = 0;
        }
        words[group] = 0;
        return n;
    }
}
