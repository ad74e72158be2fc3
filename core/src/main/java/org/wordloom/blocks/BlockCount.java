package org.wordloom.blocks;

/**
 * How many blocks P the rows are split into unless the user says it. A function of V and d alone, never of the machine,
 * since P decides the result:
 *
 * <ol>
 *   <li>as many as let the two blocks of a visit, each weight with its AdaGrad sum, stay within {@link #CACHE_BYTES};
 *   <li>but at most {@link #MOST_FOR_CACHE}, since the artefact has P² files and a cycle P² visits, and at least
 *       {@link #LEAST}, so that several threads find work, if the blocks have {@link #LEAST_ROWS} rows then;
 *   <li>and more only where the two blocks would exceed {@link #MEMORY_BYTES}; never more than {@link #MOST}, where a check of
 *       the memory has the last word.
 * </ol>
 */
public final class BlockCount {
    /** What the rows of a visit may take: a thread's share of the last cache of a common server processor. */
    public static final long CACHE_BYTES = 4L << 20;

    /** With more, bookkeeping would cost more than the work: P² is a million then. */
    public static final int MOST = 1024;

    public static final int MOST_FOR_CACHE = 32;
    public static final int LEAST = 8;
    public static final int LEAST_ROWS = 16;

    /** What the rows of a visit may take of a task's memory. */
    public static final long MEMORY_BYTES = 1L << 30;

    private BlockCount() {}

    /**
     * @param rows V, at least 0
     * @param dim width of the vectors, at least 1
     * @return P, 1 to {@link #MOST}
     */
    public static int forRows(long rows, int dim) {
        long least = Math.max(1, Math.min(LEAST, rows / LEAST_ROWS));
        long forCache = Math.min(MOST_FOR_CACHE, visits(rows, dim, CACHE_BYTES));
        long forMemory = visits(rows, dim, MEMORY_BYTES);
        return Math.toIntExact(Math.min(MOST, Math.max(least, Math.max(forCache, forMemory))));
    }

    /** Into how many parts both matrices must be split for a part of each to fit together. */
    private static long visits(long rows, int dim, long bytes) {
        long bytesPerRow = 2L * Float.BYTES * (dim + 1L);
        long both = Math.multiplyExact(2 * rows, bytesPerRow);
        return (both + bytes - 1) / bytes;
    }
}
