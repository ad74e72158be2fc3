package org.wordloom.cooccurrence;

import java.io.IOException;

/**
 * A way over pairs in ascending order of (row, column), each pair once. Rows and columns are indices within their blocks.
 * Before the first {@link #next} and after it gave false, the other methods mean nothing.
 */
public interface PairCursor {
    /**
     * Goes to the next pair; false when there is none.
     *
     * @throws org.wordloom.base.WordloomException FORMAT when what is read is damaged
     */
    boolean next() throws IOException;

    int row();

    int column();

    /** The sum of the pair's weights, in units; above 0. */
    long sum();
}
