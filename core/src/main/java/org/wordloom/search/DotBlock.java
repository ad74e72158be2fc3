package org.wordloom.search;

import org.wordloom.kernel.TileKernels;

/**
 * The inner computation of exact search: dot products of a group of queries with a block of rows. Rows are packed in
 * panels of {@link #PANEL} so that vector lanes are rows: no product needs a horizontal sum, and every product is the
 * same chain of fused multiply-adds, whichever implementation runs: the same bits.
 *
 * <p>Panel layout: {@code panel[column * PANEL + row]}. Query layout: {@code queries[column * GROUP + query]}.
 */
interface DotBlock {
    /** Queries that one call multiplies: 6 queries x 2 vectors of 8 lanes fill the 16 registers of AVX2. */
    int GROUP = 6;

    /** Rows of a panel. */
    int PANEL = 16;

    /** Rows of a block: at 300 columns 300 KB, which stays in the second-level cache while the queries pass. */
    int ROWS = 256;

    /** What runs, for reports. */
    String name();

    /**
     * Multiplies {@link #GROUP} queries with {@code panels} panels.
     *
     * @param rows holds the panels, one after another, from index {@code from}
     * @param scores receives the product of query q and row r at {@code q * ROWS + r}
     */
    void multiply(float[] queries, float[] rows, int from, int panels, int columns, float[] scores);

    /** The first index in [from, to) whose score is above {@code threshold}, or {@code to}. */
    int firstAbove(float[] scores, int from, int to, float threshold);

    /** The fastest implementation of this machine. */
    static DotBlock best() {
        return Provider.BEST;
    }

    /** Chosen once: a static final lets the compiler bind the calls. */
    final class Provider {
        private static final DotBlock BEST = choose();

        private Provider() {}

        private static DotBlock choose() {
            if (TileKernels.simdObstacle() != null) {
                return new ScalarDotBlock();
            }
            try {
                // By name: a direct reference would fail to link when the incubator module is absent.
                return (DotBlock) Class.forName("org.wordloom.search.SimdDotBlock")
                        .getDeclaredConstructor()
                        .newInstance();
            } catch (ReflectiveOperationException e) {
                throw new LinkageError("vectors can be used, but SimdDotBlock does not load", e);
            }
        }
    }
}
