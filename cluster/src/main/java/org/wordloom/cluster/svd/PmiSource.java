package org.wordloom.cluster.svd;

import org.wordloom.blocks.BlockPartition;
import org.wordloom.vocab.Vocabulary;

/**
 * The counts to decompose.
 *
 * @param vocabulary the words
 * @param partition of the words into blocks, the same for rows and columns
 * @param rowSums for each word, the sum of its counts as a row
 * @param columnSums for each word, the sum of its counts as a column
 * @param cells the counts
 */
public record PmiSource(
        Vocabulary vocabulary, BlockPartition partition, double[] rowSums, double[] columnSums, CellSource cells) {
    public PmiSource {
        int words = vocabulary.size();
        if (partition.rows() != words || rowSums.length != words || columnSums.length != words) {
            throw new IllegalArgumentException(words + " words do not fit " + partition + ", " + rowSums.length
                    + " row sums and " + columnSums.length + " column sums");
        }
    }
}
