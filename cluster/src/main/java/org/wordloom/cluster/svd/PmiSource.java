package org.wordloom.cluster.svd;

import org.wordloom.blocks.BlockPartition;
import org.wordloom.cluster.cooccurrence.CellSource;
import org.wordloom.cluster.cooccurrence.CooccurrenceFolder;
import org.wordloom.vocab.Vocabulary;

/**
 * The counts to decompose.
 *
 * @param vocabulary the words
 * @param partition of the words into blocks, the same for rows and columns
 * @param rowSums for each word, the sum of its counts as a row
 * @param columnSums for each word, the sum of its counts as a column
 * @param largestEntries the most cells of one block pair
 * @param cells the counts
 */
public record PmiSource(
        Vocabulary vocabulary,
        BlockPartition partition,
        double[] rowSums,
        double[] columnSums,
        long largestEntries,
        CellSource cells) {
    /** The counts of an artefact of {@code wordloom cooccur}. */
    public static PmiSource of(CooccurrenceFolder folder) {
        return new PmiSource(
                folder.vocabulary(),
                folder.partition(),
                folder.rowSums(),
                folder.columnSums(),
                folder.largestEntries(),
                folder.storedCells()::cells);
    }

    public PmiSource {
        int words = vocabulary.size();
        if (partition.rows() != words || rowSums.length != words || columnSums.length != words) {
            throw new IllegalArgumentException(words + " words do not fit " + partition + ", " + rowSums.length
                    + " row sums and " + columnSums.length + " column sums");
        }
    }
}
