package org.wordloom.search;

import java.util.BitSet;

/**
 * Answers a query exactly from upper bounds: scores only the blocks of rows that may hold one of the k best, with the
 * arithmetic of {@link BatchSearch}, so that scores and ties are the same bits. First the blocks of the largest bounds,
 * whose k-th best score is high already; then what is left above it. With perfect foresight only the k blocks that hold the
 * answers would be scored, about a thousandth of a large vocabulary.
 *
 * <p>One instance belongs to one thread; what it allocates is a few numbers a query.
 */
final class BoundedSearch {
    private final PackedRows rows;
    private final DotBlock dot;
    private final int vectorsPerQuery;
    private final int blockRows;
    private final int blocks;
    private final float[] scores = new float[DotBlock.GROUP * DotBlock.ROWS];
    private final float[] group;
    private final BitSet scored = new BitSet();

    /** @param blockRows rows that have one bound: a multiple of a panel's, at most a block's of {@link DotBlock} */
    BoundedSearch(PackedRows rows, DotBlock dot, int vectorsPerQuery, int blockRows) {
        this.rows = rows;
        this.dot = dot;
        this.vectorsPerQuery = vectorsPerQuery;
        this.blockRows = blockRows;
        this.blocks = (int) (((long) rows.rows() + blockRows - 1) / blockRows);
        this.group = new float[rows.columns() * DotBlock.GROUP];
    }

    /**
     * @param queries unit vectors; those of this query begin at {@code firstVector}
     * @param bounds no score of block b is above {@code bounds[firstBound + b]}
     * @param excluded ids that are no answer
     */
    Ranking search(float[][] queries, int firstVector, float[] bounds, int firstBound, int k, int[] excluded) {
        pack(queries, firstVector);
        BoundedHeap best = new BoundedHeap(Math.min(k, rows.rows()));
        scored.clear();
        Ranking likely = largest(bounds, firstBound, (int) Math.min(blocks, (long) k + excluded.length));
        for (int i = 0; i < likely.size() && likely.score(i) >= best.threshold(); i++) {
            score(likely.id(i), best, excluded);
            scored.set(likely.id(i));
        }
        for (int block = 0; block < blocks; block++) {
            if (bounds[firstBound + block] >= best.threshold() && !scored.get(block)) {
                score(block, best, excluded);
            }
        }
        return best.drain();
    }

    private Ranking largest(float[] bounds, int firstBound, int count) {
        BoundedHeap heap = new BoundedHeap(count);
        for (int block = 0; block < blocks; block++) {
            if (bounds[firstBound + block] > heap.threshold()) {
                heap.offer(block, bounds[firstBound + block]);
            }
        }
        return heap.drain();
    }

    private void score(int block, BoundedHeap best, int[] excluded) {
        int firstRow = block * blockRows;
        int count = Math.min(blockRows, rows.rows() - firstRow);
        int panel = firstRow / DotBlock.PANEL;
        int panels = (count + DotBlock.PANEL - 1) / DotBlock.PANEL;
        dot.multiply(group, rows.arena(panel), rows.offset(panel), panels, rows.columns(), scores);
        if (vectorsPerQuery > 1) {
            MultiplicativeScore.combine(scores, 0, DotBlock.ROWS, count);
        }
        for (int i = 0; i < count; i++) {
            // Not above, as in BatchSearch: blocks do not come in the order of their ids, and ties are the heap's.
            if (scores[i] >= best.threshold() && !BatchSearch.contains(excluded, firstRow + i)) {
                best.offer(firstRow + i, scores[i]);
            }
        }
    }

    /** The vectors of one query; those of the others of a group stay zero. */
    private void pack(float[][] queries, int firstVector) {
        for (int vector = 0; vector < vectorsPerQuery; vector++) {
            float[] values = queries[firstVector + vector];
            for (int column = 0; column < values.length; column++) {
                group[column * DotBlock.GROUP + vector] = values[column];
            }
        }
    }
}
