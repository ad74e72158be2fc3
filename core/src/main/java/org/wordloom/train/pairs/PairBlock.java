package org.wordloom.train.pairs;

import org.wordloom.blocks.Side;
import org.wordloom.matrix.RowMatrix;

/**
 * One block of input or output rows in training on pairs.
 *
 * @param side which matrix the rows are of
 * @param number of the block
 * @param rows what is known of the rows' words
 * @param vectors a row for each, trained in place
 */
public record PairBlock(Side side, int number, PairRows rows, RowMatrix vectors) {
    public PairBlock {
        if (rows.size() != vectors.rows()) {
            throw new IllegalArgumentException(rows.size() + " words do not fit " + vectors.rows() + " vectors");
        }
    }

    /** Puts the vector at {@code index} into {@code row}. */
    public void copyVector(int index, float[] row) {
        System.arraycopy(vectors.chunk(index), vectors.offset(index), row, 0, vectors.columns());
    }
}
