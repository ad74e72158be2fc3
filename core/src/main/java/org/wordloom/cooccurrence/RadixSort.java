package org.wordloom.cooccurrence;

import java.util.Arrays;

/**
 * Sorts numbers of a known range by their digits of eleven bits, the lowest first: a few passes over the array, whatever
 * the numbers are. Keeps a second array, so that nothing is allocated from one call to the next.
 */
final class RadixSort {
    private static final int DIGIT_BITS = 11;
    private static final int DIGITS = 1 << DIGIT_BITS;

    private final int[] starts = new int[DIGITS];
    private long[] other;

    /** @param capacity numbers that are sorted at most */
    RadixSort(int capacity) {
        other = new long[capacity];
    }

    /**
     * Sorts.
     *
     * @param numbers none negative; of the length that this was made for
     * @param size how many of them
     * @param largest none is above it
     * @return the sorted numbers: this array, or another that takes its place, and which the caller owns then
     */
    long[] sort(long[] numbers, int size, long largest) {
        long[] from = numbers;
        for (int shift = 0; shift < Long.SIZE && largest >>> shift != 0; shift += DIGIT_BITS) {
            long[] to = other;
            pass(from, to, size, shift);
            other = from;
            from = to;
        }
        return from;
    }

    private void pass(long[] from, long[] to, int size, int shift) {
        Arrays.fill(starts, 0);
        for (int i = 0; i < size; i++) {
            starts[(int) (from[i] >>> shift) & (DIGITS - 1)]++;
        }
        int next = 0;
        for (int digit = 0; digit < DIGITS; digit++) {
            int count = starts[digit];
            starts[digit] = next;
            next += count;
        }
        for (int i = 0; i < size; i++) {
            long number = from[i];
            to[starts[(int) (number >>> shift) & (DIGITS - 1)]++] = number;
        }
    }
}
