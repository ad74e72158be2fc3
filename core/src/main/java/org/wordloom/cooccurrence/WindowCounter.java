package org.wordloom.cooccurrence;

import java.io.Closeable;
import java.io.IOException;
import org.wordloom.blocks.BlockPartition;

/**
 * Counts the pairs of words that stand within a window of each other, with bounded memory and exactly: whatever the memory
 * and however the sequences are spread over counters, the sums of all of them together are the same.
 *
 * <p>Tokens are collected until the memory is full, then counted row by row: an index says where a word stands, and what
 * stands around these places is added up in one dense array ({@link RowAccumulator}). That needs 8 bytes a token, much
 * less than a table of the pairs, and no pair is ever looked up. A filling gives a sorted run; pairs of frequent words stay
 * in a {@link DenseCorner} meanwhile. Finally all runs are merged.
 *
 * <p>Of a symmetric matrix only one half is counted: buckets whose row block is at most their column block, and where
 * these are the same, pairs whose row is at most their column. {@link Cells#transposed} and {@link Cells#mirrored} give
 * the other half.
 *
 * <p>Not safe for use by several threads.
 */
public final class WindowCounter implements Closeable {
    private final RunStore store;
    private final RunWriter writer;
    private final int fanIn;
    /** Null when all is counted, so that its memory is free while the runs are merged. */
    private TokenCounter counter;

    private long tokens;
    private long memoryBytes;
    private boolean finished;

    /**
     * @param options what is counted; its boundary and minimum do not matter here
     * @param partition the blocks of rows and columns; rows are word ids, the most frequent first
     * @param memoryBytes what the counter may take at most
     * @param store where sorted runs go; the counter owns it, and closes it
     * @throws org.wordloom.base.WordloomException ENVIRONMENT when the memory does not suffice, with the arithmetic
     */
    public WindowCounter(CooccurrenceOptions options, BlockPartition partition, long memoryBytes, RunStore store) {
        WeightUnits units = WeightUnits.of(options);
        CounterMemory memory = CounterMemory.divide(memoryBytes, partition.rows(), partition.blocks(), units);
        BlockOrder order = new BlockOrder(partition);
        TokenBuffer buffer = new TokenBuffer(partition.rows(), options.window(), memory.tokens());
        this.store = store;
        this.writer = new RunWriter(store, partition.blocks(), memory.bufferBytes());
        this.counter = new TokenCounter(options.symmetric(), units, order, buffer, writer, memory.cornerBytes());
        this.fanIn = RunMerger.fanIn(memoryBytes);
    }

    /** The least memory that a counter for so many words can do with, in bytes. */
    public static long leastMemoryBytes(CooccurrenceOptions options, int rows, int blocks) {
        return CounterMemory.least(rows, blocks, options.window());
    }

    /** Adds word ids {@code ids[from, to)} to the open sequence. Ids must be rows of the partition. */
    public void add(int[] ids, int from, int to) throws IOException {
        int at = from;
        while (at < to) {
            at += bufferWithRoom().add(ids, at, to);
        }
        tokens += to - from;
    }

    /** Ends the open sequence: no window reaches across. */
    public void endSequence() throws IOException {
        bufferWithRoom().endSequence();
    }

    /**
     * Counts what is left and merges all runs. The counter is of no use afterwards; the runs go when the cursor is closed.
     */
    public BucketCursor finish() throws IOException {
        count(true);
        counter = null;
        BucketCursor merged = new RunMerger(store, fanIn).merge(writer.runs());
        finished = true;
        return merged;
    }

    /** Tokens added so far. */
    public long tokens() {
        return tokens;
    }

    /** Sorted runs written so far, merges left aside. */
    public int runs() {
        return writer.runs();
    }

    /** Bytes of the sorted runs written so far, merges left aside. */
    public long spilledBytes() {
        return writer.spilledBytes();
    }

    /** The most that tokens, tables and packed pairs took so far, in bytes: at most what the counter was given. */
    public long memoryBytes() {
        return memoryBytes;
    }

    /** Deletes the runs, unless {@link #finish} gave them to its cursor. */
    @Override
    public void close() throws IOException {
        if (!finished) {
            try (store) {
                writer.close();
            }
        }
    }

    private TokenBuffer bufferWithRoom() throws IOException {
        if (counter.buffer().full()) {
            count(false);
        }
        return counter.buffer();
    }

    private void count(boolean last) throws IOException {
        counter.count(last);
        memoryBytes = Math.max(memoryBytes, counter.memoryBytes());
    }
}
