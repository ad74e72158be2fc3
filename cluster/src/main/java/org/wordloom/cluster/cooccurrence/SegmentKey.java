package org.wordloom.cluster.cooccurrence;

/**
 * The key of a segment on its way through the shuffle: the number of its bucket above, the row of its first pair below. In
 * the order of these keys a reader meets the segments of a bucket when their rows' turn has come, so that it needs to hold
 * but few at a time.
 */
public final class SegmentKey {
    private SegmentKey() {}

    public static long of(int bucket, int firstRow) {
        return (long) bucket << 32 | firstRow;
    }

    public static int bucket(long key) {
        return (int) (key >>> 32);
    }

    public static int firstRow(long key) {
        return (int) key;
    }
}
