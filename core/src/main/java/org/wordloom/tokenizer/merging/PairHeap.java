package org.wordloom.tokenizer.merging;

import java.util.Arrays;

/**
 * Pairs by the count that they had when they were put in, the most frequent on top. Counts only fall, so the top is
 * corrected when it is asked for, and not the heap whenever a count changes.
 */
final class PairHeap {
    private final PairTable pairs;
    private final TieRule ties;
    private final TrainingPieces pieces;
    private long[] counts = new long[1 << 10];
    private int[] heap = new int[1 << 10];
    private int size;

    /** All pairs of {@code pairs}. */
    PairHeap(PairTable pairs, TrainingPieces pieces, TieRule ties) {
        this.pairs = pairs;
        this.pieces = pieces;
        this.ties = ties;
        for (int pair = 0; pair < pairs.size(); pair++) {
            add(pair);
        }
    }

    void add(int pair) {
        if (size == heap.length) {
            heap = Arrays.copyOf(heap, 2 * size);
            counts = Arrays.copyOf(counts, 2 * size);
        }
        heap[size] = pair;
        counts[size] = pairs.count(pair);
        siftUp(size++);
    }

    /** Takes out the most frequent pair and returns it, or {@link PairTable#ABSENT} when all are below {@code least}. */
    int remove(long least) {
        while (size > 0) {
            int pair = heap[0];
            boolean wasCurrent = counts[0] == pairs.count(pair);
            counts[0] = pairs.count(pair);
            if (wasCurrent || counts[0] < least) {
                removeTop();
            } else {
                siftDown(0);
            }
            if (wasCurrent && pairs.count(pair) >= least) {
                return pair;
            }
        }
        return PairTable.ABSENT;
    }

    private void removeTop() {
        size--;
        heap[0] = heap[size];
        counts[0] = counts[size];
        siftDown(0);
    }

    private void siftUp(int from) {
        int at = from;
        while (at > 0 && isBefore(at, (at - 1) >> 1)) {
            swap(at, (at - 1) >> 1);
            at = (at - 1) >> 1;
        }
    }

    private void siftDown(int from) {
        int at = from;
        for (int child = 2 * at + 1; child < size; child = 2 * at + 1) {
            if (child + 1 < size && isBefore(child + 1, child)) {
                child++;
            }
            if (!isBefore(child, at)) {
                return;
            }
            swap(at, child);
            at = child;
        }
    }

    private boolean isBefore(int a, int b) {
        return counts[a] != counts[b] ? counts[a] > counts[b] : ties.isBefore(pairs, heap[a], heap[b], pieces);
    }

    private void swap(int a, int b) {
        int pair = heap[a];
        heap[a] = heap[b];
        heap[b] = pair;
        long count = counts[a];
        counts[a] = counts[b];
        counts[b] = count;
    }
}
