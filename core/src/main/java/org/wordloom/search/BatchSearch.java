package org.wordloom.search;

import java.util.Arrays;

/**
 * Answers a batch of queries: multiplies groups of queries with blocks of rows and keeps the k best of each. A block
 * of rows is used by all groups of the batch while it is in the cache.
 *
 * <p>A query is one vector ({@link AnalogyMethod#COS_ADD} and plain nearest neighbours) or three, whose products are
 * combined by {@link MultiplicativeScore}. One instance belongs to one thread; nothing is allocated per block.
 */
final class BatchSearch {
    private static final int GROUP = DotBlock.GROUP;
    private static final int PANELS = DotBlock.ROWS / DotBlock.PANEL;

    private final PackedRows rows;
    private final DotBlock dot;
    private final int vectorsPerQuery;
    private final float[] scores = new float[GROUP * DotBlock.ROWS];

    BatchSearch(PackedRows rows, DotBlock dot, int vectorsPerQuery) {
        this.rows = rows;
        this.dot = dot;
        this.vectorsPerQuery = vectorsPerQuery;
    }

    /**
     * @param queries unit vectors, {@code vectorsPerQuery} in succession a query
     * @param excluded ids that are no answer, by query
     */
    Ranking[] search(float[][] queries, int k, int[][] excluded) {
        float[][] groups = pack(queries);
        BoundedHeap[] heaps = new BoundedHeap[queries.length / vectorsPerQuery];
        Arrays.setAll(heaps, i -> new BoundedHeap(Math.min(k, rows.rows())));
        for (int block = 0; block < rows.blockCount(); block++) {
            float[] arena = rows.arena(block * PANELS);
            int offset = rows.offset(block * PANELS);
            for (int group = 0; group < groups.length; group++) {
                dot.multiply(groups[group], arena, offset, rows.panels(block), rows.columns(), scores);
                select(group, block, heaps, excluded);
            }
        }
        return Arrays.stream(heaps).map(BoundedHeap::drain).toArray(Ranking[]::new);
    }

    private void select(int group, int block, BoundedHeap[] heaps, int[][] excluded) {
        int queriesPerGroup = GROUP / vectorsPerQuery;
        int count = rows.rowsOf(block);
        for (int i = 0; i < queriesPerGroup; i++) {
            int query = group * queriesPerGroup + i;
            if (query < heaps.length) {
                int from = i * vectorsPerQuery * DotBlock.ROWS;
                if (vectorsPerQuery > 1) {
                    MultiplicativeScore.combine(scores, from, DotBlock.ROWS, count);
                }
                offer(from, count, block * DotBlock.ROWS, heaps[query], excluded[query]);
            }
        }
    }

    private void offer(int from, int count, int firstId, BoundedHeap heap, int[] excluded) {
        int to = from + count;
        float threshold = heap.threshold();
        for (int i = dot.firstAbove(scores, from, to, threshold);
                i < to;
                i = dot.firstAbove(scores, i + 1, to, threshold)) {
            int id = firstId + i - from;
            if (!contains(excluded, id)) {
                heap.offer(id, scores[i]);
                threshold = heap.threshold();
            }
        }
    }

    static boolean contains(int[] ids, int id) {
        for (int candidate : ids) {
            if (candidate == id) {
                return true;
            }
        }
        return false;
    }

    /** Queries in groups, interleaved as {@link DotBlock} wants them; the last group is filled up with zeros. */
    private float[][] pack(float[][] queries) {
        int columns = rows.columns();
        float[][] groups = new float[(queries.length + GROUP - 1) / GROUP][columns * GROUP];
        for (int query = 0; query < queries.length; query++) {
            float[] group = groups[query / GROUP];
            for (int column = 0; column < columns; column++) {
                group[column * GROUP + query % GROUP] = queries[query][column];
            }
        }
        return groups;
    }
}
