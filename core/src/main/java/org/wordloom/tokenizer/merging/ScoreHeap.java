package org.wordloom.tokenizer.merging;

import java.util.Arrays;

/** Pairs by score, the highest on top, equal scores by the lower ids; a pair's score can change both ways. */
final class ScoreHeap {
    private static final int NOWHERE = -1;

    private final PairTable pairs;
    private int[] heap = new int[1 << 10];
    private int size;
    /** By pair. */
    private double[] scores = new double[1 << 10];
    /** By pair: its place in the heap. */
    private int[] places = {};

    ScoreHeap(PairTable pairs) {
        this.pairs = pairs;
        reserve(scores.length);
    }

    /** Adds a pair or changes its score. */
    void put(int pair, double score) {
        reserve(pair + 1);
        scores[pair] = score;
        if (places[pair] == NOWHERE) {
            if (size == heap.length) {
                heap = Arrays.copyOf(heap, 2 * size);
            }
            set(size++, pair);
        }
        settle(places[pair]);
    }

    void removeIfThere(int pair) {
        if (pair < places.length && places[pair] != NOWHERE) {
            int at = places[pair];
            places[pair] = NOWHERE;
            size--;
            if (at < size) {
                set(at, heap[size]);
                settle(at);
            }
        }
    }

    /** Takes out the pair with the highest score, or gives {@link PairTable#ABSENT}. */
    int remove() {
        if (size == 0) {
            return PairTable.ABSENT;
        }
        int top = heap[0];
        removeIfThere(top);
        return top;
    }

    private void settle(int from) {
        int at = from;
        while (at > 0 && isBefore(heap[at], heap[(at - 1) >> 1])) {
            swap(at, (at - 1) >> 1);
            at = (at - 1) >> 1;
        }
        for (int child = 2 * at + 1; child < size; child = 2 * at + 1) {
            if (child + 1 < size && isBefore(heap[child + 1], heap[child])) {
                child++;
            }
            if (!isBefore(heap[child], heap[at])) {
                return;
            }
            swap(at, child);
            at = child;
        }
    }

    private boolean isBefore(int a, int b) {
        if (scores[a] != scores[b]) {
            return scores[a] > scores[b];
        }
        int byLeft = Integer.compare(pairs.left(a), pairs.left(b));
        return byLeft != 0 ? byLeft < 0 : pairs.right(a) < pairs.right(b);
    }

    private void swap(int a, int b) {
        int pair = heap[a];
        set(a, heap[b]);
        set(b, pair);
    }

    private void set(int at, int pair) {
        heap[at] = pair;
        places[pair] = at;
    }

    private void reserve(int count) {
        if (count > places.length) {
            int old = places.length;
            places = Arrays.copyOf(places, Math.max(count, 2 * old));
            Arrays.fill(places, old, places.length, NOWHERE);
            scores = Arrays.copyOf(scores, places.length);
        }
    }
}
