package org.wordloom.train.glove;

import java.io.IOException;
import org.wordloom.cooccurrence.Cells;

/** Where the cells of a pair of blocks come from: files, or memory. Used by several threads at a time. */
interface CellSource {
    /** The cells between a row block and a column block; asked for once in every cycle. */
    Cells cells(int rowBlock, int columnBlock) throws IOException;

    /** The number of cells between all blocks. */
    long size();
}
