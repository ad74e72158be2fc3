package org.wordloom.cooccurrence;

import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Writes sorted runs from pairs that come row by row, blocks of rows in order, while a run has them bucket by bucket. The
 * buckets of a row block wait in memory, packed; only the first goes straight to the file. When they take more than their
 * share of the memory the run ends, and the next one goes on where it ended.
 */
final class RunWriter implements Closeable {
    private static final int SMALLEST_FRAME_BYTES = 1 << 10;

    private final RunStore store;
    private final long waitingLimit;
    private final int frameBytes;
    private final Bucket[] buckets;
    /** The run that is being written, or null between two. */
    private FrameWriter file;

    private int rowBlock;
    private int firstBlock;
    private int runs;
    private long waitingBytes;
    private long mostWaitingBytes;
    private long spilledBytes;

    /** @param bufferBytes what packed pairs may take in memory: half for open frames, half for those that wait */
    RunWriter(RunStore store, int blocks, long bufferBytes) {
        this.store = store;
        this.waitingLimit = bufferBytes / 2;
        // An encoder's array can be twice as long as what it holds.
        long share = bufferBytes / 4 / blocks - PairEncoder.MAX_PAIR_BYTES;
        this.frameBytes = (int) Math.max(SMALLEST_FRAME_BYTES, Math.min(RunFormat.FRAME_BYTES, share));
        this.buckets = new Bucket[blocks];
        for (int block = 0; block < blocks; block++) {
            buckets[block] = new Bucket();
        }
    }

    /** The least that can be of use. */
    static long leastBufferBytes(int blocks) {
        return 4L * (SMALLEST_FRAME_BYTES + PairEncoder.MAX_PAIR_BYTES) * blocks;
    }

    /** Begins a block of rows, whose pairs will be in no column block before {@code firstColumnBlock}. */
    void beginRowBlock(int block, int firstColumnBlock) {
        rowBlock = block;
        firstBlock = firstColumnBlock;
    }

    /** Adds a pair of the row block; pairs come in the order of (row, column block, column). */
    void add(int columnBlock, int row, int column, long sum) throws IOException {
        PairEncoder encoder = buckets[columnBlock].encoder;
        encoder.add(row, column, sum);
        if (encoder.size() >= frameBytes) {
            closeFrame(columnBlock);
        }
    }

    /** Writes what waits of the row block. */
    void endRowBlock() throws IOException {
        for (int block = firstBlock; block < buckets.length; block++) {
            Bucket bucket = buckets[block];
            for (byte[] frame : bucket.waiting) {
                write(block, frame);
            }
            bucket.waiting.clear();
            if (bucket.encoder.size() > 0) {
                write(block, bucket.encoder.take());
            }
        }
        waitingBytes = 0;
    }

    /** Ends the run, if it has any pairs. */
    void endRun() throws IOException {
        endRowBlock();
        if (file != null) {
            FrameWriter ended = file;
            file = null;
            ended.finish();
            spilledBytes += ended.written();
        }
    }

    /** Runs begun so far. */
    int runs() {
        return runs;
    }

    /** Bytes of all runs that were ended. */
    long spilledBytes() {
        return spilledBytes;
    }

    /** The most that packed pairs took so far. */
    long memoryBytes() {
        long bytes = mostWaitingBytes;
        for (Bucket bucket : buckets) {
            bytes += bucket.encoder.memoryBytes();
        }
        return bytes;
    }

    /** Closes the file of a run that was not ended because something failed. */
    @Override
    public void close() throws IOException {
        if (file != null) {
            file.close();
        }
    }

    private void closeFrame(int columnBlock) throws IOException {
        Bucket bucket = buckets[columnBlock];
        byte[] frame = bucket.encoder.take();
        if (columnBlock == firstBlock) {
            write(columnBlock, frame);
            return;
        }
        bucket.waiting.add(frame);
        waitingBytes += frame.length;
        mostWaitingBytes = Math.max(mostWaitingBytes, waitingBytes);
        if (waitingBytes + frameBytes + PairEncoder.MAX_PAIR_BYTES > waitingLimit) {
            endRun();
        }
    }

    private void write(int columnBlock, byte[] frame) throws IOException {
        if (file == null) {
            file = new FrameWriter(store.create());
            runs++;
        }
        file.write(rowBlock, columnBlock, frame);
    }

    /** The packed pairs of one column block. */
    private static final class Bucket {
        final PairEncoder encoder = new PairEncoder();
        final List<byte[]> waiting = new ArrayList<>();
    }
}
