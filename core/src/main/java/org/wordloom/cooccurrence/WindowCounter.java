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
    private final boolean symmetric;
    private final BlockPartition partition;
    private final RunStore store;
    private final CounterMemory memory;
    private final BlockOrder order;
    private final TokenBuffer buffer;
    private final RowAccumulator accumulator;
    private final RowEmitter emitter;
    private final RunWriter writer;
    private DenseCorner corner;
    private long tokens;
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
        this.symmetric = options.symmetric();
        this.partition = partition;
        this.store = store;
        this.memory = CounterMemory.divide(memoryBytes, partition.rows(), partition.blocks(), units);
        this.order = new BlockOrder(partition);
        this.buffer = new TokenBuffer(partition.rows(), options.window(), memory.tokens());
        this.accumulator = new RowAccumulator(partition.rows(), units);
        this.writer = new RunWriter(store, partition.blocks(), memory.bufferBytes());
        this.emitter = new RowEmitter(order, accumulator, writer, symmetric);
    }

    /** The least memory that a counter for so many words can do with, in bytes. */
    public static long leastMemoryBytes(CooccurrenceOptions options, int rows, int blocks) {
        return CounterMemory.least(rows, blocks, options.window());
    }

    /** Adds word ids {@code ids[from, to)} to the open sequence. Ids must be rows of the partition. */
    public void add(int[] ids, int from, int to) throws IOException {
        int at = from;
        while (at < to) {
            if (buffer.full()) {
                count(false);
            }
            at += buffer.add(ids, at, to);
        }
        tokens += to - from;
    }

    /** Ends the open sequence: no window reaches across. */
    public void endSequence() throws IOException {
        if (buffer.full()) {
            count(false);
        }
        buffer.endSequence();
    }

    /**
     * Counts what is left and merges all runs. The counter is of no use afterwards, and need not be closed when the cursor
     * is.
     */
    public BucketCursor finish() throws IOException {
        count(true);
        finished = true;
        int fanIn = (int) Math.max(2, Math.min(1 << 12, memory.bufferBytes() / RunReader.MEMORY_BYTES));
        return new RunMerger(store, fanIn).merge(writer.runs());
    }

    /** Tokens counted so far. */
    public long tokens() {
        return tokens;
    }

    /** Sorted runs written so far. */
    public int runs() {
        return writer.runs();
    }

    /** Bytes of the sorted runs written so far. */
    public long spilledBytes() {
        return writer.spilledBytes();
    }

    /** Deletes the runs, unless {@link #finish} gave them to its cursor. */
    @Override
    public void close() throws IOException {
        if (!finished) {
            writer.abandon();
            store.close();
        }
    }

    private void count(boolean last) throws IOException {
        buffer.index();
        if (!last && corner == null) {
            corner = new DenseCorner(partition.rows(), symmetric, memory.cornerBytes());
        }
        for (int block = 0; block < order.blocks(); block++) {
            writer.beginRowBlock(block, symmetric ? block : 0);
            for (int position = order.start(block); position < order.start(block + 1); position++) {
                countRow(order.row(position), last);
                emitter.emit(block, position);
            }
            writer.endRowBlock();
        }
        writer.endRun();
        buffer.carry();
    }

    private void countRow(int row, boolean last) {
        int from = buffer.start(row);
        int to = buffer.end(row);
        accumulator.addRight(buffer, from, to);
        if (symmetric) {
            accumulator.addLeft(buffer, from, to);
        }
        if (corner != null && last) {
            corner.addTo(row, accumulator);
        } else if (corner != null) {
            corner.take(row, accumulator);
        }
    }
}
