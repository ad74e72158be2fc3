package org.wordloom.tokenizer.bpe;

import java.util.Arrays;

/** A binary heap of longs, the lowest on top. */
final class LongHeap {
    private long[] heap = new long[64];
    private int size;

    int size() {
        return size;
    }

    void clear() {
        size = 0;
        if (heap.length > 1 << 16) {
            heap = new long[64];
        }
    }

    /** Makes room for so many values at once. */
    void reserve(int values) {
        if (heap.length < values) {
            heap = Arrays.copyOf(heap, values);
        }
    }

    /** Adds a value anywhere; {@link #order} must come before {@link #remove}. */
    void append(long value) {
        if (size == heap.length) {
            heap = Arrays.copyOf(heap, size + (size >> 1));
        }
        heap[size++] = value;
    }

    void order() {
        for (int i = (size >> 1) - 1; i >= 0; i--) {
            siftDown(i);
        }
    }

    void add(long value) {
        append(value);
        int at = size - 1;
        while (at > 0 && heap[(at - 1) >> 1] > value) {
            heap[at] = heap[(at - 1) >> 1];
            at = (at - 1) >> 1;
        }
        heap[at] = value;
    }

    /** Takes out the lowest value. */
    long remove() {
        long top = heap[0];
        heap[0] = heap[--size];
        siftDown(0);
        return top;
    }

    private void siftDown(int from) {
        long value = heap[from];
        int at = from;
        for (int child = 2 * at + 1; child < size; child = 2 * at + 1) {
            if (child + 1 < size && heap[child + 1] < heap[child]) {
                child++;
            }
            if (heap[child] >= value) {
                break;
            }
            heap[at] = heap[child];
            at = child;
        }
        heap[at] = value;
    }
}
