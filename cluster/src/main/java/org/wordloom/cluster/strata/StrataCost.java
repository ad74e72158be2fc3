package org.wordloom.cluster.strata;

import org.wordloom.matrix.RowMatrix;

/**
 * What skip-gram by strata costs, as arithmetic over the corpus and the options: nothing here hangs on the machine.
 *
 * @param rows V, words of the vocabulary
 * @param dim d, width of the vectors
 * @param blocks P
 * @param cycles C, how often every pair of blocks meets, all epochs together
 * @param pairs that all epochs together train, see {@link #expectedPairs}
 */
public record StrataCost(long rows, int dim, int blocks, int cycles, double pairs) {
    /** About what a pair takes in a bucket: two distances and how often it occurred. */
    public static final int BYTES_PER_PAIR = 4;
    /** A visit on an executor has its two blocks as they came, as it trains them, and as it leaves them. */
    static final int COPIES = 3;
    /** A cell of a visit, and an update made of it: row, column and weight each. */
    private static final int BYTES_PER_CELL = 2 * (2 * Integer.BYTES + Float.BYTES) + BYTES_PER_PAIR;
    /**
     * What visits and the readers of pairs on an executor share, a word: for either the place of a row in its block (three
     * ints); for visits its count and its pairs; for readers its count, its place among all rows (two ints), and what
     * subsampling keeps of it.
     */
    private static final int SHARED_BYTES_PER_WORD =
            2 * (3 * Integer.BYTES) + (Long.BYTES + Double.BYTES) + (Long.BYTES + 2 * Integer.BYTES + Float.BYTES);
    /** How much more than what is expected of it the fullest bucket may hold. */
    private static final double FULLEST = 1.5;

    /**
     * The pairs of all epochs. A centre's window is 1 … window wide with equal chance on both sides, {@code window + 1}
     * words on average; sentences' ends make it a little less.
     *
     * @param keptTokens of an epoch, after subsampling
     */
    public static double expectedPairs(double keptTokens, int window, int epochs) {
        return keptTokens * (window + 1.0) * epochs;
    }

    /** Bytes of vectors that a cycle moves on a cluster: every block of output rows to P visits. Rows of inputs stay. */
    public static long cycleBytes(long rows, int dim, int blocks) {
        return blocks * rows * dim * Float.BYTES;
    }

    /** Bytes of vectors that all cycles move on a cluster; none within one JVM. */
    public long vectorBytes() {
        return cycles * cycleBytes(rows, dim, blocks);
    }

    /** Bytes of pairs that go through buckets, written and read once. */
    public long pairBytes() {
        return (long) (BYTES_PER_PAIR * pairs);
    }

    /** All bytes that move on a cluster, checkpoints apart. */
    public long bytesMoved() {
        return vectorBytes() + pairBytes();
    }

    /** Bytes of a block of rows, when blocks are equal. */
    public long blockBytes() {
        return RowMatrix.bytes((rows + blocks - 1) / blocks, dim);
    }

    /** Bytes of heap that the pairs of a visit take. */
    public long visitBytes() {
        return visitBytes(pairs / cycles / blocks / blocks);
    }

    /** Bytes of heap that a visit's pairs take: as they are packed, as cells, and as updates. */
    public static long visitBytes(double expectedPairs) {
        return (long) (FULLEST * BYTES_PER_CELL * expectedPairs);
    }

    /** Bytes of heap that one visit takes on an executor; as many as it has cores run at once. */
    public long taskBytes() {
        return 2 * COPIES * blockBytes() + visitBytes();
    }

    /** Bytes of heap that all visits of an executor take together, beside their own. */
    public long sharedBytes() {
        return SHARED_BYTES_PER_WORD * rows;
    }
}
