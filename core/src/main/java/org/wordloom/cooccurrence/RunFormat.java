package org.wordloom.cooccurrence;

/**
 * How a run lies in its {@link RunStore}: frames in ascending order of (row block, column block), the frames of one bucket
 * in ascending order of their pairs. A frame is four big-endian ints, row block, column block, length of what follows,
 * its CRC-32C, and what {@link PairEncoder} packed. Runs are temporary and never leave the machine that wrote them.
 */
final class RunFormat {
    static final int HEADER_BYTES = 4 * Integer.BYTES;

    /** A frame is closed when it has this many bytes, so that readers need little memory. */
    static final int FRAME_BYTES = (1 << 16) - 2 * PairEncoder.MAX_PAIR_BYTES;

    static final int MAX_FRAME_BYTES = 1 << 16;

    private RunFormat() {}
}
