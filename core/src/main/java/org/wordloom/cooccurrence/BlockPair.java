package org.wordloom.cooccurrence;

import org.wordloom.blocks.BlockPartition;

/**
 * Which rows and columns some cells are about.
 *
 * @param blocks P
 * @param rowBlock from 0 to P - 1
 * @param columnBlock from 0 to P - 1
 * @param rows rows of the row block
 * @param columns columns of the column block
 */
public record BlockPair(int blocks, int rowBlock, int columnBlock, int rows, int columns) {
    /** The pair of these blocks when rows and columns are split alike. */
    public static BlockPair of(BlockPartition partition, int rowBlock, int columnBlock) {
        return new BlockPair(
                partition.blocks(), rowBlock, columnBlock, partition.size(rowBlock), partition.size(columnBlock));
    }

    /** For messages: a user knows blocks by their numbers in the files' names. */
    @Override
    public String toString() {
        return "block (" + rowBlock + ", " + columnBlock + ") of " + blocks + " x " + blocks + ", " + rows + " x "
                + columns + " words";
    }

    /** The same cells seen from the other side. */
    public BlockPair transposed() {
        return new BlockPair(blocks, columnBlock, rowBlock, columns, rows);
    }
}
