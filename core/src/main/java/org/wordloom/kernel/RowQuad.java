package org.wordloom.kernel;

import org.wordloom.matrix.RowMatrix;

/** Four rows that sums are added to, each with its rate. Two of them may be the same. */
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
    float rate0;
    float rate1;
    float rate2;
    float rate3;

    /** Makes a row of a matrix the {@code k}-th of the four. */
    void set(int k, RowMatrix matrix, int row, float rate) {
        set(k, matrix.chunk(row), matrix.offset(row), rate);
    }

    /** Makes the floats from {@code at} on the {@code k}-th of the four. */
    void set(int k, float[] chunk, int at, float rate) {
        switch (k) {
            case 0 -> {
                chunk0 = chunk;
                at0 = at;
                rate0 = rate;
            }
            case 1 -> {
                chunk1 = chunk;
                at1 = at;
                rate1 = rate;
            }
            case 2 -> {
                chunk2 = chunk;
                at2 = at;
                rate2 = rate;
            }
            case 3 -> {
                chunk3 = chunk;
                at3 = at;
                rate3 = rate;
            }
            default -> throw new IllegalArgumentException("row " + k + " of four");
        }
    }
}
