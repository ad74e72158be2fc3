package org.wordloom.cluster.svd;

import java.io.Serializable;
import org.wordloom.matrix.RowMatrix;

/**
 * Where the row blocks of tall matrices lie between stages. A block is written once, by the task that computed it (or by
 * its repetition, with the same bits), and read by the tasks of later stages: blocks never pass the driver.
 */
interface TallStore extends AutoCloseable, Serializable {
    void put(String matrix, int block, RowMatrix rows);

    RowMatrix get(String matrix, int block);

    /** Forgets a matrix. */
    void drop(String matrix);

    /** Forgets everything. */
    @Override
    void close();
}
