package org.wordloom.train.pairs;

import java.util.Arrays;

/**
 * Numbers in an order in which neighbours come far apart, wherever they stand: every so many numbers, about 0.618 of all,
 * so that any stretch of them is spread evenly (the golden ratio's multiples are). Allocates nothing once it has grown.
 */
final class SpreadOrder {
    private static final double GOLDEN = 0.6180339887498949;

    private int[] values = new int[1024];
    private int size;
    private long stride = 1;

    void clear() {
        size = 0;
    }

    void add(int value) {
        if (size == values.length) {
            values = Arrays.copyOf(values, 2 * size);
        }
        values[size++] = value;
        stride = 0;
    }

    int size() {
        return size;
    }

    /** The k-th of the values in the spread order; each comes once. */
    int at(int k) {
        if (stride == 0) {
            stride = stride(size);
        }
        return values[(int) (k * stride % size)];
    }

    /** Coprime to the number of values: else some would come twice. */
    private static long stride(int size) {
        long stride = Math.max(1, Math.round(GOLDEN * size));
        while (divisor(stride, size) > 1) {
            stride++;
        }
        return stride;
    }

    private static long divisor(long a, long b) {
        return b == 0 ? a : divisor(b, a % b);
    }
}
