package org.wordloom.cooccurrence;

import java.io.IOException;
import java.util.List;

/**
 * Several ways over sorted pairs as one, sums of the same pair added. A binary heap of primitive keys: nothing is
 * allocated for a pair.
 */
public final class MergedPairs implements PairCursor {
    private final PairCursor[] cursors;
    /** Of each cursor, its current pair: the row above, the column below. */
    private final long[] keys;
    /** Numbers of the cursors that are not at their end, the one with the smallest key first. */
    private final int[] heap;

    private int size;
    private long key;
    private long sum;

    private MergedPairs(List<PairCursor> cursors) {
        this.cursors = cursors.toArray(PairCursor[]::new);
        this.keys = new long[this.cursors.length];
        this.heap = new int[this.cursors.length];
    }

    /** The merged way; each of the cursors must stand before its first pair. */
    public static PairCursor of(List<PairCursor> cursors) throws IOException {
        if (cursors.size() == 1) {
            return cursors.get(0);
        }
        MergedPairs merged = new MergedPairs(cursors);
        merged.start();
        return merged;
    }

    @Override
    public boolean next() throws IOException {
        if (size == 0) {
            return false;
        }
        key = keys[heap[0]];
        sum = cursors[heap[0]].sum();
        advance();
        while (size > 0 && keys[heap[0]] == key) {
            sum = ExactSums.add(sum, cursors[heap[0]].sum());
            advance();
        }
        return true;
    }

    @Override
    public int row() {
        return (int) (key >>> 32);
    }

    @Override
    public int column() {
        return (int) key;
    }

    @Override
    public long sum() {
        return sum;
    }

    private void start() throws IOException {
        for (int cursor = 0; cursor < cursors.length; cursor++) {
            if (read(cursor)) {
                heap[size++] = cursor;
            }
        }
        for (int at = size / 2 - 1; at >= 0; at--) {
            siftDown(at);
        }
    }

    private boolean read(int cursor) throws IOException {
        PairCursor pairs = cursors[cursor];
        if (!pairs.next()) {
            return false;
        }
        keys[cursor] = (long) pairs.row() << 32 | pairs.column();
        return true;
    }

    /** Moves the first cursor on. */
    private void advance() throws IOException {
        if (!read(heap[0])) {
            heap[0] = heap[--size];
        }
        siftDown(0);
    }

    private void siftDown(int from) {
        int at = from;
        int moved = heap[at];
        long movedKey = keys[moved];
        for (int child = 2 * at + 1; child < size; child = 2 * at + 1) {
            if (child + 1 < size && keys[heap[child + 1]] < keys[heap[child]]) {
                child++;
            }
            if (keys[heap[child]] >= movedKey) {
                break;
            }
            heap[at] = heap[child];
            at = child;
        }
        heap[at] = moved;
    }
}
