package org.wordloom.search;

import java.util.Arrays;
import org.wordloom.base.ParallelTasks;
import org.wordloom.opencl.LaunchForm;
import org.wordloom.opencl.OpenClDevice;
import org.wordloom.opencl.ProductBounds;

/**
 * Searches on an OpenCL device and this processor: the device multiplies a batch of queries with all rows and returns an
 * upper bound for each query and block of rows; this processor scores the few blocks that can hold an answer. The scores
 * themselves never travel, and the device's rounding cannot change an answer. Used by one thread, which has
 * {@code threads} score candidates.
 */
final class DeviceSearcher implements Searcher {
    /** An arena's floats: 1 GB, which most devices allow for a buffer, and half of what Aparapi can address. */
    static final int ARENA = 1 << 28;

    private final PackedRows rows;
    private final int threads;
    private final DotBlock dot = DotBlock.best();
    private final ProductBounds device;

    DeviceSearcher(PackedRows rows, int threads, OpenClDevice device, LaunchForm form) {
        this.rows = rows;
        this.threads = threads;
        this.device = new ProductBounds(device, form, rows.arenas(), rows.columns());
    }

    @Override
    public String name() {
        return "opencl";
    }

    @Override
    public Ranking[] search(float[][] queries, int vectorsPerQuery, int k, int[][] excluded) {
        Ranking[] results = new Ranking[queries.length / vectorsPerQuery];
        int batch = device.batch(vectorsPerQuery);
        for (int from = 0; from < results.length; from += batch) {
            int first = from;
            int count = Math.min(batch, results.length - from);
            float[][] part = Arrays.copyOfRange(queries, from * vectorsPerQuery, (from + count) * vectorsPerQuery);
            float[] bounds = device.bounds(part, vectorsPerQuery);
            ParallelTasks.run(threads, count, "search", () -> {
                BoundedSearch search = new BoundedSearch(rows, dot, vectorsPerQuery, ProductBounds.ROWS);
                return query -> results[first + query] = search.search(
                        part,
                        query * vectorsPerQuery,
                        bounds,
                        device.index(query, vectorsPerQuery),
                        k,
                        excluded[first + query]);
            });
        }
        return results;
    }

    @Override
    public void close() {
        device.close();
    }
}
