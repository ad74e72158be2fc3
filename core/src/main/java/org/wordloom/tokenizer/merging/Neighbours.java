package org.wordloom.tokenizer.merging;

import java.util.Arrays;

/**
 * What one side's neighbours of the merged pair saw: for each piece that stood there, how often and in which sequences.
 * Arrays by piece instead of a table of pairs: a merge touches few pieces, thousands of times each.
 */
final class Neighbours {
    private long[] weights = new long[1 << 10];
    private int[] places = new int[1 << 10];
    private int[] touched = new int[1 << 8];
    private int touchedCount;
    /** One pair of ints a record: the neighbour and the sequence. */
    private int[] records = new int[1 << 10];

    private int recorded;

    /** Makes room for pieces below {@code size}. */
    void reserve(int size) {
        if (size > weights.length) {
            weights = Arrays.copyOf(weights, Math.max(size, 2 * weights.length));
            places = Arrays.copyOf(places, weights.length);
        }
    }

    void add(int neighbour, long weight, int sequence) {
        if (places[neighbour]++ == 0) {
            touch(neighbour);
        }
        weights[neighbour] += weight;
        if (recorded == records.length) {
            records = Arrays.copyOf(records, 2 * recorded);
        }
        records[recorded] = neighbour;
        records[recorded + 1] = sequence;
        recorded += 2;
    }

    int size() {
        return touchedCount;
    }

    /** The {@code i}-th piece that was seen. */
    int neighbour(int i) {
        return touched[i];
    }

    long weight(int neighbour) {
        return weights[neighbour];
    }

    /** At how many places the piece was seen. */
    int places(int neighbour) {
        return places[neighbour];
    }

    /** Adds what another thread saw in other sequences. The records stay with the other. */
    void addSums(Neighbours other) {
        for (int i = 0; i < other.touchedCount; i++) {
            int neighbour = other.touched[i];
            if (places[neighbour] == 0) {
                touch(neighbour);
            }
            places[neighbour] += other.places[neighbour];
            weights[neighbour] += other.weights[neighbour];
        }
    }

    /**
     * Writes the sequence of each record to its neighbour's array, if it has one.
     *
     * @param where by neighbour; null for those whose sequences are of no interest
     * @param filled by neighbour: how much of its array is used
     */
    void distribute(int[][] where, int[] filled) {
        for (int i = 0; i < recorded; i += 2) {
            int neighbour = records[i];
            int[] target = where[neighbour];
            if (target != null) {
                int n = filled[neighbour];
                if (n == 0 || target[n - 1] != records[i + 1]) {
                    target[n] = records[i + 1];
                    filled[neighbour] = n + 1;
                }
            }
        }
    }

    void clear() {
        for (int i = 0; i < touchedCount; i++) {
            weights[touched[i]] = 0;
            places[touched[i]] = 0;
        }
        touchedCount = 0;
        recorded = 0;
        if (records.length > 1 << 20) {
            records = new int[1 << 10];
        }
    }

    private void touch(int neighbour) {
        if (touchedCount == touched.length) {
            touched = Arrays.copyOf(touched, 2 * touchedCount);
        }
        touched[touchedCount++] = neighbour;
    }
}
