package org.wordloom.cooccurrence;

/**
 * How a run lies in its {@link RunStore}: frames in ascending order of (row block, column block), the frames of one bucket
 * in ascending order of their pairs. A frame is four big-endian ints, row block, column block, length of the content, the
 * CRC-32C of these three and the content, and then the content, which {@link PairEncoder} packed. A frame of blocks {@link
 * #NO_BLOCK} without content ends the run. Runs are temporary and never leave the machine that wrote them.
 */
final class RunFormat {
    static final int HEADER_BYTES = 4 * Integer.BYTES;

    /** A frame is closed when it has this many bytes, so that readers need little memory. */
    static final int FRAME_BYTES = (1 << 16) - 2 * PairEncoder.MAX_PAIR_BYTES;

    static final int MAX_FRAME_BYTES = 1 << 16;

    /** The blocks of the frame that ends a run: after all others. */
    static final int NO_BLOCK = Integer.MAX_VALUE;

    /** The part of the header that the checksum covers. */
    static final int CHECKED_HEADER_BYTES = 3 * Integer.BYTES;

    private RunFormat() {}
}
