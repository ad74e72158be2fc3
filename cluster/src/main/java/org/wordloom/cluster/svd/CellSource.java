package org.wordloom.cluster.svd;

import java.io.Serializable;
import org.wordloom.cooccurrence.Cells;

/** Where tasks read counts from, a block pair at a time. */
@FunctionalInterface
public interface CellSource extends Serializable {
    /** The cells of a row block and a column block. */
    Cells cells(int rowBlock, int columnBlock);
}
