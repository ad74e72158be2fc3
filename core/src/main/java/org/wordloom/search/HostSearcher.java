package org.wordloom.search;

import java.util.Arrays;
import org.wordloom.base.ParallelTasks;

/** Searches on this processor: tasks of a few hundred queries, each against all rows. Safe to share between threads. */
final class HostSearcher implements Searcher {
    /** Queries of one task: their vectors and one block of rows stay in the cache together. */
    private static final int BATCH = 64 * DotBlock.GROUP;

    private final PackedRows rows;
    private final int threads;
    private final DotBlock dot;

    HostSearcher(PackedRows rows, int threads, DotBlock dot) {
        this.dot = dot;
        this.rows = rows;
        this.threads = threads;
    }

    @Override
    public String name() {
        return dot.name();
    }

    @Override
    public Ranking[] search(float[][] queries, int vectorsPerQuery, int k, int[][] excluded) {
        int total = queries.length / vectorsPerQuery;
        int batch = BATCH / vectorsPerQuery;
        Ranking[] results = new Ranking[total];
        ParallelTasks.run(threads, (total + batch - 1) / batch, "search", () -> {
            BatchSearch search = new BatchSearch(rows, dot, vectorsPerQuery);
            return task -> {
                int from = task * batch;
                int to = Math.min(total, from + batch);
                float[][] part = Arrays.copyOfRange(queries, from * vectorsPerQuery, to * vectorsPerQuery);
                Ranking[] found = search.search(part, k, Arrays.copyOfRange(excluded, from, to));
                System.arraycopy(found, 0, results, from, found.length);
            };
        });
        return results;
    }

    /** Nothing is held. */
    @Override
    public void close() {}
}
