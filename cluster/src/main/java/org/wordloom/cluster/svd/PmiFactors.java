package org.wordloom.cluster.svd;

import java.io.Serializable;
import org.wordloom.blocks.BlockPartition;
import org.wordloom.cooccurrence.PositivePmi;
import org.wordloom.decomposition.SvdOptions;

/**
 * What turns counts into positive PMI, on its way to executors: 16 bytes a word, beside the partition.
 *
 * @param partition of the rows and the columns into blocks
 * @param rows factors of the words, see {@link PositivePmi#rowFactors}
 * @param columns factors of the contexts, see {@link PositivePmi#columnFactors}
 */
record PmiFactors(BlockPartition partition, double[] rows, double[] columns) implements Serializable {
    /** Sums that make a row or a context impossible are refused where the artefact is read. */
    static PmiFactors of(BlockPartition partition, double[] rowSums, double[] columnSums, SvdOptions options) {
        return new PmiFactors(
                partition,
                PositivePmi.rowFactors(rowSums, options.shift()),
                PositivePmi.columnFactors(columnSums, options.contextSmoothing()));
    }

    double[] rowsOf(int block) {
        return of(block, rows);
    }

    double[] columnsOf(int block) {
        return of(block, columns);
    }

    private double[] of(int block, double[] factors) {
        double[] chosen = new double[partition.size(block)];
        for (int index = 0; index < chosen.length; index++) {
            chosen[index] = factors[partition.row(block, index)];
        }
        return chosen;
    }
}
