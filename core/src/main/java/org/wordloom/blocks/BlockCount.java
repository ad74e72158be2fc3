package org.wordloom.blocks;

/**
 * How many blocks P the rows are split into unless the user says it: the fewest with which the two blocks of a visit,
 * each row with its optimiser state, stay within {@link #VISIT_BYTES}. A function of V and d alone, never of the
 * machine, since P decides the result.
 */
public final class BlockCount {
    /** What the rows of two blocks may take: a share of the last cache of a common server processor. */
    public static final long VISIT_BYTES = 8L << 20;

    /** More blocks than this make more files and more tasks than the cache is worth. */
    public static final int MOST = 1024;

    private BlockCount() {}

    /**
     * @param rows V
     * @param dim width of the vectors
     * @return P, from 1 to {@link #MOST} and not above V
     */
    public static int forRows(long rows, int dim) {
        long bytesPerRow = 2L * Float.BYTES * (dim + 1);
        long most = Math.max(1, Math.min(MOST, rows));
        double visit = 2.0 * rows * bytesPerRow;
        return (int) Math.max(1, Math.min(most, Math.ceil(visit / VISIT_BYTES)));
    }
}
