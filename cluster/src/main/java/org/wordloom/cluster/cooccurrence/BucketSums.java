package org.wordloom.cluster.cooccurrence;

import org.wordloom.cooccurrence.BlockPair;

/**
 * The sums of the rows and columns of one bucket, in units. In arrays of the blocks' sizes, which fit a near cache where
 * arrays of all words would not; nothing is checked for each pair, but no overflow goes unseen.
 */
final class BucketSums {
    private final BlockPair pair;
    private final long[] rows;
    private final long[] columns;
    /** All bits that any sum ever had: negative once a sum was. */
    private long seen;

    BucketSums(BlockPair pair) {
        this.pair = pair;
        this.rows = new long[pair.rows()];
        this.columns = new long[pair.columns()];
    }

    void add(int row, int column, long sum) {
        long rowSum = rows[row] + sum;
        long columnSum = columns[column] + sum;
        rows[row] = rowSum;
        columns[column] = columnSum;
        seen |= rowSum | columnSum;
    }

    /** Adds a pair of a word with itself, where the other half of the counts is not there: it has but one cell. */
    void addDiagonal(int index, long sum) {
        rows[index] += sum;
        seen |= rows[index];
    }

    BlockPair pair() {
        return pair;
    }

    /** By row of the block. */
    long[] rows() {
        return rows;
    }

    /** By column of the block. */
    long[] columns() {
        return columns;
    }

    boolean overflowed() {
        return seen < 0;
    }
}
