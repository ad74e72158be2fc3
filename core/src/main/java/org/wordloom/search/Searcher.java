package org.wordloom.search;

/** What compares queries with all rows: this processor, or an OpenCL device together with it. */
interface Searcher extends AutoCloseable {
    /** What computes the products, for reports. */
    String name();

    /**
     * The k best rows for each query.
     *
     * @param queries unit vectors, {@code vectorsPerQuery} in succession a query
     * @param vectorsPerQuery 1, or 3 for {@link MultiplicativeScore}
     * @param excluded ids that are no answer, by query
     */
    Ranking[] search(float[][] queries, int vectorsPerQuery, int k, int[][] excluded);

    /** Gives back what the device holds. */
    @Override
    void close();
}
