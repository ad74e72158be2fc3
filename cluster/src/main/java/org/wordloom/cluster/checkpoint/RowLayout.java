package org.wordloom.cluster.checkpoint;

import java.io.Serializable;
import org.wordloom.blocks.Side;
import org.wordloom.format.RowBlockFormat;

/**
 * How the rows of the two matrices lie in blocks of consecutive rows: the blocks of the input side first, then those of the
 * output side, numbered through.
 *
 * @param inputRows rows of the input matrix
 * @param outputRows rows of the output matrix
 * @param dim width of both
 * @param rowsPerBlock rows of every block but the last of each side
 */
public record RowLayout(int inputRows, int outputRows, int dim, int rowsPerBlock) implements Serializable {
    private static final long LEAST_BYTES = 1 << 15;
    private static final long MOST_BYTES = 8 << 20;
    /** A merging task holds what all replicas made of a block: no more than this of one block. */
    private static final long MOST_MERGED_BYTES = 256 << 20;
    /** Blocks a replica, of each side: frequent rows come from all replicas, and are to be merged in many places. */
    private static final int BLOCKS_PER_REPLICA = 4;

    /**
     * The layout for a number of replicas whose rows are merged; 1 for rows that are only written. It decides no result, only
     * who moves how much at a time.
     */
    public static RowLayout of(int inputRows, int outputRows, int dim, int replicas) {
        long sideBytes = Math.max(1L, inputRows) * dim * Float.BYTES;
        long most = Math.max(LEAST_BYTES, Math.min(MOST_BYTES, MOST_MERGED_BYTES / replicas));
        long wanted = sideBytes / ((long) BLOCKS_PER_REPLICA * replicas);
        long bytes = Math.max(LEAST_BYTES, Math.min(most, wanted));
        return new RowLayout(inputRows, outputRows, dim, (int) Math.max(1, bytes / ((long) dim * Float.BYTES)));
    }

    /** All blocks of both sides. */
    public int blocks() {
        return blocks(Side.INPUT) + blocks(Side.OUTPUT);
    }

    public int blocks(Side side) {
        return (int) ((rowCount(side) + (long) rowsPerBlock - 1) / rowsPerBlock);
    }

    public int rowCount(Side side) {
        return side == Side.INPUT ? inputRows : outputRows;
    }

    public Side side(int block) {
        return block < blocks(Side.INPUT) ? Side.INPUT : Side.OUTPUT;
    }

    /** The number of a block within its side. */
    public int index(int block) {
        return side(block) == Side.INPUT ? block : block - blocks(Side.INPUT);
    }

    /** The block of a number within its side. */
    public int block(Side side, int index) {
        return side == Side.INPUT ? index : blocks(Side.INPUT) + index;
    }

    /** The number within its matrix of a block's first row. */
    public int first(int block) {
        return index(block) * rowsPerBlock;
    }

    public int rowCount(int block) {
        return Math.min(rowsPerBlock, rowCount(side(block)) - first(block));
    }

    /** Bytes of a block as it is stored and sent. */
    public long bytes(int block) {
        return RowBlockFormat.fileBytes(rowCount(block), dim);
    }

    /** Bytes of all blocks. */
    public long modelBytes() {
        long bytes = 0;
        for (int block = 0; block < blocks(); block++) {
            bytes += bytes(block);
        }
        return bytes;
    }
}
