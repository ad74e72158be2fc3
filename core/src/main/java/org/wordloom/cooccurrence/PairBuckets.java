package org.wordloom.cooccurrence;

import java.io.IOException;

/**
 * Divides pairs among buckets, one for each pair of blocks: collects them in an array of longs, and when that is full sorts
 * it, adds up equal pairs and hands each bucket's on, packed. Of a cycle of training most pairs occur once or twice, so that
 * sorting is cheaper than a table would be. Not safe for use by several threads.
 */
public final class PairBuckets implements PairSink {
    /** The array, and the one that it is sorted into. */
    private static final int BYTES_PER_PAIR = 2 * Long.BYTES;
    /** Large enough that a segment's overhead does not matter, small enough that a merge can hold many. */
    private static final int SEGMENT_BYTES = 1 << 16;

    private final BlockOrder order;
    private final SegmentSink sink;
    private final RadixSort sort;
    private final Bucket[] buckets;
    private final long rows;
    private long[] pairs;
    private int size;
    private long total;

    /** What waits for its bucket's segment. */
    private static final class Bucket {
        private final PairEncoder encoder = new PairEncoder();
        private int firstRow;
        private long pairs;
    }

    /**
     * @param order of the rows, which all that read a corpus may share
     * @param capacity pairs that are collected at a time, see {@link #memoryBytes}
     * @param sink takes what is packed, whenever the array is full
     */
    public PairBuckets(BlockOrder order, int capacity, SegmentSink sink) {
        this.order = order;
        this.sink = sink;
        this.sort = new RadixSort(capacity);
        this.rows = order.size();
        this.pairs = new long[capacity];
        this.buckets = new Bucket[order.blocks()];
        for (int block = 0; block < buckets.length; block++) {
            buckets[block] = new Bucket();
        }
    }

    /** Bytes that collecting so many pairs at a time takes, apart from the order and what is packed of one row block. */
    public static long memoryBytes(int blocks, long capacity) {
        return BYTES_PER_PAIR * capacity + 512L * blocks;
    }

    /** How many pairs can be collected at a time in so many bytes; may be less than 1. */
    public static long capacity(int blocks, long bytes) {
        return (bytes - memoryBytes(blocks, 0)) / BYTES_PER_PAIR;
    }

    @Override
    public void add(int input, int output) throws IOException {
        if (size == pairs.length) {
            flush();
        }
        pairs[size++] = order.position(input) * rows + order.position(output);
    }

    /** Pairs added so far. */
    public long total() {
        return total + size;
    }

    /** Packs what was collected and hands it on. */
    public void flush() throws IOException {
        pairs = sort.sort(pairs, size, rows * rows - 1);
        total += size;
        int at = 0;
        for (int rowBlock = 0; rowBlock < buckets.length; rowBlock++) {
            at = packRows(rowBlock, at);
            for (int columnBlock = 0; columnBlock < buckets.length; columnBlock++) {
                endSegment(rowBlock, columnBlock);
            }
        }
        size = 0;
    }

    private int packRows(int rowBlock, int from) throws IOException {
        int at = from;
        for (int row = order.start(rowBlock); row < order.start(rowBlock + 1); row++) {
            long end = (row + 1) * rows;
            int columnBlock = 0;
            while (at < size && pairs[at] < end) {
                long pair = pairs[at];
                int times = 1;
                while (++at < size && pairs[at] == pair) {
                    times++;
                }
                int column = (int) (pair - row * rows);
                while (column >= order.start(columnBlock + 1)) {
                    columnBlock++;
                }
                pack(rowBlock, columnBlock, row - order.start(rowBlock), column - order.start(columnBlock), times);
            }
        }
        return at;
    }

    private void pack(int rowBlock, int columnBlock, int row, int column, int times) throws IOException {
        Bucket bucket = buckets[columnBlock];
        if (bucket.encoder.size() >= SEGMENT_BYTES) {
            endSegment(rowBlock, columnBlock);
        }
        if (bucket.pairs == 0) {
            bucket.firstRow = row;
        }
        bucket.encoder.add(row, column, times);
        bucket.pairs += times;
    }

    private void endSegment(int rowBlock, int columnBlock) throws IOException {
        Bucket bucket = buckets[columnBlock];
        if (bucket.pairs > 0) {
            sink.segment(rowBlock, columnBlock, bucket.firstRow, bucket.encoder.take(), bucket.pairs);
            bucket.pairs = 0;
        }
    }
}
