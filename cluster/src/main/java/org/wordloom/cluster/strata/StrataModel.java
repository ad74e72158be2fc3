package org.wordloom.cluster.strata;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.Serializable;
import org.wordloom.blocks.BlockVisit;
import org.wordloom.blocks.Side;
import org.wordloom.cluster.checkpoint.LossSum;

/**
 * What strata train: blocks of rows, how they begin, how they become bytes, and what a visit does to two of them. Sent
 * to executors once; immutable, and used by several threads at a time.
 *
 * @param <B> a block of rows of either side
 */
public interface StrataModel<B> extends Serializable {
    /** P: the number of blocks of each side. */
    int blocks();

    /** What visits train and count: "cells" or "pairs". */
    String unit();

    /** A block before training: a pure function of side and number. */
    B initial(Side side, int block);

    /** Length of what {@link #write} writes, in bytes. */
    long bytes(Side side, int block);

    /** Bytes of heap that a block takes: no less than {@link #bytes}, and more where its rows are padded. */
    default long heapBytes(Side side, int block) {
        return bytes(side, block);
    }

    /** Writes a block in a fixed layout: {@link #bytes} bytes. The stream is not closed. */
    void write(B block, OutputStream out) throws IOException;

    /**
     * Reads what {@link #write} wrote; what is damaged may pass, checksums are compared afterwards, but nothing may be
     * allocated that {@code length} does not justify. The stream is not closed.
     *
     * @param name how errors call the source
     * @param length of the source in bytes
     * @throws org.wordloom.base.WordloomException FORMAT when it is not this block
     */
    B read(Side side, int block, InputStream in, String name, long length) throws IOException;

    /** Bytes of heap that a visit needs beside its two blocks, at most. */
    long visitBytes();

    /** Bytes of heap that the model itself takes in a JVM, for all its visits: what grows with the rows, not their width. */
    long sharedBytes();

    /**
     * Trains two blocks in place. With one thread the result is a pure function of the visit and the two blocks.
     *
     * @param threads Hogwild threads of this visit
     * @throws org.wordloom.base.WordloomException TRAINING on NaN or infinity; FORMAT for damaged cells
     */
    LossSum visit(BlockVisit visit, B rows, B columns, int threads) throws IOException, InterruptedException;
}
