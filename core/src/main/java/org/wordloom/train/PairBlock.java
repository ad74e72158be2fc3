package org.wordloom.train;

import org.wordloom.blocks.BlockPartition;
import org.wordloom.matrix.RowMatrix;

/**
 * One block of input or output rows in training on counted pairs.
 *
 * @param input whether these are input rows; else output rows
 * @param number of the block
 * @param rows what is known of the rows' words
 * @param vectors a row for each, trained in place
 */
public record PairBlock(boolean input, int number, PairRows rows, RowMatrix vectors) {
    public PairBlock {
        if (rows.size() != vectors.rows()) {
            throw new IllegalArgumentException(rows.size() + " words do not fit " + vectors.rows() + " vectors");
        }
    }

    /** Puts the vectors to their places in a matrix of all rows. */
    public void copyVectors(BlockPartition partition, RowMatrix all) {
        for (int index = 0; index < vectors.rows(); index++) {
            int row = partition.row(number, index);
            copyRow(index, all.chunk(row), all.offset(row));
        }
    }

    /** Copies the vector at {@code index} of this block to {@code target}, from {@code at} on. */
    public void copyRow(int index, float[] target, int at) {
        System.arraycopy(vectors.chunk(index), vectors.offset(index), target, at, vectors.columns());
    }
}
