package org.wordloom.cooccurrence;

import java.io.Serializable;
import org.wordloom.blocks.BlockCount;

/**
 * Numbers the buckets of counted pairs, one for each row block and column block, in ascending order of (row block, column
 * block), and says which file of an artefact holds which. Symmetric counts are counted and kept once: then there are only
 * the buckets whose row block is at most their column block, and of a block that meets itself only the pairs whose row is
 * at most their column. A pure function of the two values.
 *
 * @param blocks P, from 1 to {@link #MOST_BLOCKS}
 * @param half whether the counts are symmetric, so that half of the buckets say all
 */
public record BucketNumbers(int blocks, boolean half) implements Serializable {
    /** With more, the buckets' bookkeeping would cost more than the counts: 1024 blocks make a million buckets. */
    public static final int MOST_BLOCKS = BlockCount.MOST;

    private static final int MOST_FILES = 1024;

    public BucketNumbers {
        if (blocks < 1 || blocks > MOST_BLOCKS) {
            throw new IllegalArgumentException(blocks + " blocks, expected 1 to " + MOST_BLOCKS);
        }
    }

    /** How many buckets there are. */
    public int count() {
        return half ? blocks * (blocks + 1) / 2 : blocks * blocks;
    }

    /**
     * The number of a bucket, from 0 to {@link #count} - 1. With {@link #half} the row block must be at most the column
     * block.
     */
    public int number(int rowBlock, int columnBlock) {
        return half ? first(rowBlock) + columnBlock - rowBlock : rowBlock * blocks + columnBlock;
    }

    public int rowBlock(int bucket) {
        if (!half) {
            return bucket / blocks;
        }
        int low = 0;
        int high = blocks - 1;
        while (low < high) {
            int middle = (low + high + 1) >>> 1;
            if (first(middle) <= bucket) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return low;
    }

    public int columnBlock(int bucket) {
        if (!half) {
            return bucket % blocks;
        }
        int rowBlock = rowBlock(bucket);
        return bucket - first(rowBlock) + rowBlock;
    }

    /** Files that hold the buckets: one each up to 1024, then consecutive buckets share a file. */
    public int files() {
        return Math.min(MOST_FILES, count());
    }

    public int fileOf(int bucket) {
        return (int) ((long) bucket * files() / count());
    }

    /** The first bucket of {@code file}; {@code firstBucket(files())} is {@link #count()}. */
    public int firstBucket(int file) {
        return (int) (((long) file * count() + files() - 1) / files());
    }

    /** The number of the first bucket of a row block, when only half are there. */
    private int first(int rowBlock) {
        return rowBlock * blocks - rowBlock * (rowBlock - 1) / 2;
    }
}
