package org.wordloom.blocks;

import java.io.Serializable;
import java.util.Arrays;

/**
 * Rows 0 … V-1 split into P blocks. A row is known by its number, or by its block and its index in that block; within a
 * block the rows stand in the order of their numbers. Immutable.
 */
public final class BlockPartition implements Serializable {
    private static final long serialVersionUID = 1L;

    private final int[] blockOf;
    private final int[] indexInBlock;
    /** The rows of block b are {@code rowsByBlock[starts[b]]} up to {@code starts[b + 1]}. */
    private final int[] rowsByBlock;

    private final int[] starts;
    private final long[] blockMasses;

    private BlockPartition(int[] blockOf, int blocks, long[] masses) {
        this.blockOf = blockOf;
        this.indexInBlock = new int[blockOf.length];
        this.rowsByBlock = new int[blockOf.length];
        this.starts = new int[blocks + 1];
        this.blockMasses = new long[blocks];
        for (int row = 0; row < blockOf.length; row++) {
            indexInBlock[row] = starts[blockOf[row] + 1]++;
            blockMasses[blockOf[row]] += masses[row];
        }
        for (int block = 0; block < blocks; block++) {
            starts[block + 1] += starts[block];
        }
        for (int row = 0; row < blockOf.length; row++) {
            rowsByBlock[starts[blockOf[row]] + indexInBlock[row]] = row;
        }
    }

    /**
     * Blocks of about equal mass: rows from the heaviest to the lightest, each into the block that is lightest so far
     * (Graham's longest processing time first). The masses of two blocks differ by at most the mass of one row, so they
     * are equal unless one row is as heavy as a block should be. A row without mass counts as 1 here, so that such rows
     * spread over the blocks too. The result depends on the arguments alone.
     *
     * @param masses one for each row, none negative, their sum below 2⁶³ - V
     * @param blocks P, at least 1; with more blocks than rows some stay empty
     * @param salt orders the rows of equal mass, so that another salt gives other blocks
     * @throws IllegalArgumentException if a mass is negative or {@code blocks} below 1
     * @throws ArithmeticException if the sum of the masses overflows
     */
    public static BlockPartition equalMass(long[] masses, int blocks, long salt) {
        if (blocks < 1) {
            throw new IllegalArgumentException("rows cannot be split into " + blocks + " blocks");
        }
        return new BlockPartition(new EqualMass(masses, blocks, salt).assign(), blocks, masses);
    }

    /** V. */
    public int rows() {
        return blockOf.length;
    }

    /** What it takes of a heap. */
    public long bytes() {
        return 3L * Integer.BYTES * rows();
    }

    /** P. */
    public int blocks() {
        return blockMasses.length;
    }

    public int blockOf(int row) {
        return blockOf[row];
    }

    public int indexInBlock(int row) {
        return indexInBlock[row];
    }

    /** How many rows a block has. */
    public int size(int block) {
        return starts[block + 1] - starts[block];
    }

    /** The rows of the largest block: what bounds the memory of a visit. */
    public int largestSize() {
        int largest = 0;
        for (int block = 0; block < blocks(); block++) {
            largest = Math.max(largest, size(block));
        }
        return largest;
    }

    /** The number of the row at {@code index} of a block, {@code index} from 0 to {@code size(block) - 1}. */
    public int row(int block, int index) {
        if (index < 0 || index >= size(block)) {
            throw new IndexOutOfBoundsException("row " + index + " of block " + block + " with " + size(block));
        }
        return rowsByBlock[starts[block] + index];
    }

    /** The sum of the masses of a block's rows. */
    public long mass(int block) {
        return blockMasses[block];
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof BlockPartition that
                && Arrays.equals(blockOf, that.blockOf)
                && Arrays.equals(blockMasses, that.blockMasses);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(blockOf) + blocks();
    }

    @Override
    public String toString() {
        return rows() + " rows in " + blocks() + " blocks";
    }
}
