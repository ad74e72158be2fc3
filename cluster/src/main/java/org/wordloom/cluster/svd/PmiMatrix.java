package org.wordloom.cluster.svd;

import java.io.Serializable;
import org.wordloom.blocks.BlockPartition;
import org.wordloom.cluster.cooccurrence.CellSource;
import org.wordloom.cooccurrence.PositivePmi;
import org.wordloom.decomposition.SvdOptions;
import org.wordloom.matrix.SparseMatrix;

/**
 * The matrix to decompose, as executors get it: where the counts are read, and 32 bytes a word to turn them into positive
 * PMI a block at a time.
 *
 * @param partition of the words into blocks, the same for rows and columns
 * @param cells the counts
 * @param rows factors of the words, see {@link PositivePmi#rowFactors}
 * @param columns factors of the contexts, see {@link PositivePmi#columnFactors}
 */
record PmiMatrix(BlockPartition partition, CellSource cells, double[] rows, double[] columns) implements Serializable {
    static PmiMatrix of(PmiSource source, SvdOptions options) {
        return new PmiMatrix(
                source.partition(),
                source.cells(),
                PositivePmi.rowFactors(source.rowSums(), options.shift()),
                PositivePmi.columnFactors(source.columnSums(), options.contextSmoothing()));
    }

    /** The positive values of a row block and a column block. */
    SparseMatrix block(int rowBlock, int columnBlock) {
        return PositivePmi.of(cells.cells(rowBlock, columnBlock), of(rowBlock, rows), of(columnBlock, columns));
    }

    private double[] of(int block, double[] factors) {
        double[] chosen = new double[partition.size(block)];
        for (int index = 0; index < chosen.length; index++) {
            chosen[index] = factors[partition.row(block, index)];
        }
        return chosen;
    }
}
