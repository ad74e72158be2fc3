package org.wordloom.cooccurrence;

import org.wordloom.blocks.BlockPartition;

/** All rows in the order of (block, index in block): a row's place there is its position. Immutable: threads share one. */
public final class BlockOrder {
    private final int[] positions;
    private final int[] rows;
    /** Positions from {@code starts[b]} up to {@code starts[b + 1]} are those of block b. */
    private final int[] starts;

    public BlockOrder(BlockPartition partition) {
        positions = new int[partition.rows()];
        rows = new int[partition.rows()];
        starts = new int[partition.blocks() + 1];
        for (int block = 0; block < partition.blocks(); block++) {
            starts[block + 1] = starts[block] + partition.size(block);
        }
        for (int row = 0; row < partition.rows(); row++) {
            positions[row] = starts[partition.blockOf(row)] + partition.indexInBlock(row);
            rows[positions[row]] = row;
        }
    }

    /** Bytes that an order of so many rows takes. */
    public static long memoryBytes(int rows) {
        return 2L * Integer.BYTES * rows;
    }

    int size() {
        return rows.length;
    }

    int blocks() {
        return starts.length - 1;
    }

    int start(int block) {
        return starts[block];
    }

    int position(int row) {
        return positions[row];
    }

    int row(int position) {
        return rows[position];
    }
}
