package org.wordloom.cooccurrence;

import java.io.Serializable;
import java.util.Arrays;

/**
 * Where the cells of each bucket lie: the place in the bucket's file (see {@link BucketNumbers}), and how many cells the
 * block pair has.
 */
public final class CellsIndex implements Serializable {
    private static final long serialVersionUID = 1L;

    private final BucketNumbers buckets;
    private final long[] offsets;
    private final long[] lengths;
    private final long[] entries;

    /** Of buckets without cells. */
    public CellsIndex(BucketNumbers buckets) {
        this.buckets = buckets;
        this.offsets = new long[buckets.count()];
        this.lengths = new long[buckets.count()];
        this.entries = new long[buckets.count()];
    }

    /**
     * Says where a bucket is.
     *
     * @param offset of its first byte in its file
     * @param length in bytes; 0 when there is nothing to read, since it has no cells
     * @param cells of the block pair, from 0
     */
    public void set(int bucket, long offset, long length, long cells) {
        offsets[bucket] = offset;
        lengths[bucket] = length;
        entries[bucket] = cells;
    }

    public BucketNumbers buckets() {
        return buckets;
    }

    public long offset(int bucket) {
        return offsets[bucket];
    }

    public long length(int bucket) {
        return lengths[bucket];
    }

    /** Cells of the bucket's block pair: also those that are kept once and stand for two. */
    public long entries(int bucket) {
        return entries[bucket];
    }

    /** Cells of a block pair, whichever half is kept. */
    public long entries(int rowBlock, int columnBlock) {
        boolean flipped = buckets.half() && rowBlock > columnBlock;
        return entries[flipped ? buckets.number(columnBlock, rowBlock) : buckets.number(rowBlock, columnBlock)];
    }

    /** Cells of all block pairs. */
    public long entries() {
        long sum = 0;
        for (int bucket = 0; bucket < entries.length; bucket++) {
            boolean twice = buckets.half() && buckets.rowBlock(bucket) != buckets.columnBlock(bucket);
            sum += twice ? 2 * entries[bucket] : entries[bucket];
        }
        return sum;
    }

    /** The most cells of one block pair: what decides the memory of a visit. */
    public long largestEntries() {
        return Arrays.stream(entries).max().orElse(0);
    }
}
