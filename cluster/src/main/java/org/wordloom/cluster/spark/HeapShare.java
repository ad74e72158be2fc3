package org.wordloom.cluster.spark;

/** What of a heap training may take, and how messages tell of it. */
public final class HeapShare {
    /** The rest is for Spark, for buffers and for the collector. */
    private static final double USABLE = 0.75;

    private HeapShare() {}

    /** Bytes that training may take of a heap of so many. */
    public static long usable(long heap) {
        return (long) (USABLE * heap);
    }

    /** Whole megabytes that so many bytes need. */
    public static long megabytes(long bytes) {
        return (bytes + (1 << 20) - 1) >> 20;
    }
}
