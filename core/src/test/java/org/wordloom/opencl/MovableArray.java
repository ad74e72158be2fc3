package org.wordloom.opencl;

/** A small array that a full collection moves: garbage that lies before it leaves a gap, which the collector closes. */
final class MovableArray {
    private static final int PIECES = 400;
    private static final int PIECES_A_MOVE = 40;
    private static final int PIECE_BYTES = 20_000;

    private final byte[][] before = new byte[PIECES][];
    private final float[] array;
    private int gone;

    MovableArray(int floats) {
        for (int i = 0; i < PIECES; i++) {
            before[i] = new byte[PIECE_BYTES];
        }
        array = new float[floats];
        System.gc();
    }

    float[] array() {
        return array;
    }

    void move() {
        for (int i = 0; i < PIECES_A_MOVE; i++) {
            before[gone++] = null;
        }
        System.gc();
    }
}
