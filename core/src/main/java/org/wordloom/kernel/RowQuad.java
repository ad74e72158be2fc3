package org.wordloom.kernel;

import org.wordloom.matrix.RowMatrix;

/** Four rows of a matrix that are updated together. */
final class RowQuad {
    static final int ROWS = 4;

    float[] chunk0;
    float[] chunk1;
    float[] chunk2;
    float[] chunk3;
    int at0;
    int at1;
    int at2;
    int at3;

    /** Chooses the rows. Returns whether no two are the same, without which they may not be updated together. */
    boolean choose(RowMatrix matrix, int row0, int row1, int row2, int row3) {
        chunk0 = matrix.chunk(row0);
        at0 = matrix.offset(row0);
        chunk1 = matrix.chunk(row1);
        at1 = matrix.offset(row1);
        chunk2 = matrix.chunk(row2);
        at2 = matrix.offset(row2);
        chunk3 = matrix.chunk(row3);
        at3 = matrix.offset(row3);
        return row0 != row1 && row0 != row2 && row0 != row3 && row1 != row2 && row1 != row3 && row2 != row3;
    }
}
