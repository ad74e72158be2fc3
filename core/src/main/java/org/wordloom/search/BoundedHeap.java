package org.wordloom.search;

import java.util.Arrays;

/**
 * Keeps the k best (score, id) offered: a binary heap with the worst at its root. Of equal scores the smaller id is
 * better, so the result does not depend on the order of the offers.
 */
final class BoundedHeap {
    private final int[] ids;
    private final float[] scores;
    private int size;

    BoundedHeap(int capacity) {
        ids = new int[capacity];
        scores = new float[capacity];
    }

    /** A score at or below this cannot enter when ids are offered in ascending order. */
    float threshold() {
        return size < ids.length ? Float.NEGATIVE_INFINITY : scores[0];
    }

    void offer(int id, float score) {
        if (size < ids.length) {
            size++;
            siftUp(id, score);
        } else if (size > 0 && worse(scores[0], ids[0], score, id)) {
            siftDown(id, score);
        }
    }

    /** Empties the heap. */
    Ranking drain() {
        int[] sortedIds = new int[size];
        float[] sortedScores = new float[size];
        while (size > 0) {
            sortedIds[size - 1] = ids[0];
            sortedScores[size - 1] = scores[0];
            size--;
            siftDown(ids[size], scores[size]);
        }
        return new Ranking(sortedIds, sortedScores);
    }

    private void siftUp(int id, float score) {
        int at = size - 1;
        while (at > 0 && worse(score, id, scores[(at - 1) / 2], ids[(at - 1) / 2])) {
            move((at - 1) / 2, at);
            at = (at - 1) / 2;
        }
        ids[at] = id;
        scores[at] = score;
    }

    private void siftDown(int id, float score) {
        int at = 0;
        for (int child = 1; child < size; child = 2 * at + 1) {
            if (child + 1 < size && worse(scores[child + 1], ids[child + 1], scores[child], ids[child])) {
                child++;
            }
            if (!worse(scores[child], ids[child], score, id)) {
                break;
            }
            move(child, at);
            at = child;
        }
        ids[at] = id;
        scores[at] = score;
    }

    private void move(int from, int to) {
        ids[to] = ids[from];
        scores[to] = scores[from];
    }

    private static boolean worse(float score, int id, float otherScore, int otherId) {
        return score < otherScore || (score == otherScore && id > otherId);
    }

    @Override
    public String toString() {
        return Arrays.toString(Arrays.copyOf(ids, size));
    }
}
