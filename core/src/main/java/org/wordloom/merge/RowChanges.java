package org.wordloom.merge;

/** The changes of one row, of those replicas that updated it, in replica order. Reused from row to row. */
final class RowChanges {
    private final int columns;
    private final int[] replicas;
    private final float[] updates;
    private final float[][] values;
    private final int[] offsets;
    private int size;

    RowChanges(int maxReplicas, int columns) {
        this.columns = columns;
        this.replicas = new int[maxReplicas];
        this.updates = new float[maxReplicas];
        this.values = new float[maxReplicas][];
        this.offsets = new int[maxReplicas];
    }

    void clear() {
        size = 0;
    }

    void add(int replica, RowDeltas deltas, int k) {
        replicas[size] = replica;
        updates[size] = deltas.updates(k);
        values[size] = deltas.values();
        offsets[size] = k * columns;
        size++;
    }

    /** How many replicas updated the row; at least 1. */
    int size() {
        return size;
    }

    int replica(int k) {
        return replicas[k];
    }

    float updates(int k) {
        return updates[k];
    }

    float[] values(int k) {
        return values[k];
    }

    int offset(int k) {
        return offsets[k];
    }
}
