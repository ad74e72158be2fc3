package org.wordloom.cooccurrence;

import java.io.Closeable;
import java.io.IOException;
import org.wordloom.blocks.BlockPartition;

/**
 * Adds up pairs that come in any order with any number of units, with bounded memory and exactly: a hash table of primitive
 * longs with open addressing, which is sorted and written as a run when it is full; finally all runs are merged. For
 * windows over text {@link WindowCounter} is several times faster, and needs less memory.
 *
 * <p>Not safe for use by several threads.
 */
public final class SpillingPairCounter implements Closeable {
    private final BlockOrder order;
    private final RunStore store;
    private final RunWriter writer;
    private final int fanIn;
    /** Null when all is counted. */
    private PairSumTable table;

    private long memoryBytes;
    private boolean finished;

    /**
     * @param partition the blocks of rows and columns
     * @param memoryBytes what the counter may take at most
     * @param store where sorted runs go; the counter owns it, and closes it
     * @throws org.wordloom.base.WordloomException ENVIRONMENT when the memory does not suffice, with the arithmetic
     */
    public SpillingPairCounter(BlockPartition partition, long memoryBytes, RunStore store) {
        long bufferBytes = CounterMemory.pairBufferBytes(memoryBytes, partition.rows(), partition.blocks());
        this.order = new BlockOrder(partition);
        this.store = store;
        this.writer = new RunWriter(store, partition.blocks(), bufferBytes);
        this.table = new PairSumTable(memoryBytes - bufferBytes - BlockOrder.memoryBytes(partition.rows()));
        this.fanIn = RunMerger.fanIn(memoryBytes);
    }

    /**
     * Adds a pair.
     *
     * @param row a row of the partition
     * @param column a row of the partition, which splits the columns too
     * @param units above 0
     * @throws org.wordloom.base.WordloomException INPUT when the sum exceeds 64 bits
     */
    public void add(int row, int column, long units) throws IOException {
        if (units <= 0) {
            throw new IllegalArgumentException("a pair of " + units + " units");
        }
        if (table.full()) {
            spill();
        }
        table.add((long) order.position(row) << 32 | order.position(column), units);
    }

    /** Merges all runs. The counter is of no use afterwards; the runs go when the cursor is closed. */
    public BucketCursor finish() throws IOException {
        spill();
        table = null;
        BucketCursor merged = new RunMerger(store, fanIn).merge(writer.runs());
        finished = true;
        return merged;
    }

    /** Sorted runs written so far, merges left aside. */
    public int runs() {
        return writer.runs();
    }

    /** The most that tables and packed pairs took so far, in bytes: at most what the counter was given. */
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

    private void spill() throws IOException {
        int size = table.sort();
        int rowBlock = 0;
        int columnBlock = 0;
        writer.beginRowBlock(rowBlock, 0);
        for (int i = 0; i < size; i++) {
            int row = (int) (table.key(i) >>> 32);
            int column = (int) table.key(i);
            while (row >= order.start(rowBlock + 1)) {
                writer.endRowBlock();
                writer.beginRowBlock(++rowBlock, 0);
            }
            columnBlock = column < order.start(columnBlock) ? 0 : columnBlock;
            while (column >= order.start(columnBlock + 1)) {
                columnBlock++;
            }
            writer.add(columnBlock, row - order.start(rowBlock), column - order.start(columnBlock), table.sum(i));
        }
        writer.endRun();
        memoryBytes = Math.max(
                memoryBytes, table.memoryBytes() + writer.memoryBytes() + BlockOrder.memoryBytes(order.size()));
        table.clear();
    }
}
