package org.wordloom.cluster.cooccurrence;

import java.io.Serializable;
import org.wordloom.cooccurrence.Cells;

/** Where the cells of a block pair come from. Used by several threads at a time. */
@FunctionalInterface
public interface CellSource extends Serializable {
    /** The cells between two blocks; the caller must not change them. FORMAT error when they are damaged. */
    Cells cells(int rowBlock, int columnBlock);
}
