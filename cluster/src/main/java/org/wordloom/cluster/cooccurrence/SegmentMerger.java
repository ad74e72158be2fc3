package org.wordloom.cluster.cooccurrence;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.Iterator;
import org.wordloom.cooccurrence.BucketCursor;
import org.wordloom.cooccurrence.BucketNumbers;
import org.wordloom.cooccurrence.ExactSums;
import org.wordloom.cooccurrence.PairCursor;
import org.wordloom.cooccurrence.PairDecoder;
import scala.Tuple2;

/**
 * Merges the segments of all map tasks, which come in the order of their keys, into buckets of summed pairs. Takes up a
 * segment only when the row that it begins with has its turn: since the segments of one map task do not overlap, it holds
 * about one of each task at a time, and those of the current row. Allocates nothing for a pair.
 */
public final class SegmentMerger implements BucketCursor, PairCursor {
    private static final String NAME = "the shuffle";

    private final Iterator<Tuple2<Long, byte[]>> segments;
    private final BucketNumbers buckets;
    private final Deque<PairDecoder> idle = new ArrayDeque<>();
    /** The segment that was taken from the iterator, but not taken up yet; null after the last. */
    private Tuple2<Long, byte[]> waiting;

    /** The row of the segment that waits, when that is of this bucket; else none that a pair could reach. */
    private long waitingRow;

    private int bucket = -1;
    /** A binary heap of the segments that are being read, by their current pairs. */
    private PairDecoder[] heap = new PairDecoder[16];
    /** The current pair of each, the row above, the column below: so that comparing asks no decoder. */
    private long[] keys = new long[16];

    private int size;
    private long key;
    private long sum;

    public SegmentMerger(Iterator<Tuple2<Long, byte[]>> segments, BucketNumbers buckets) {
        this.segments = segments;
        this.buckets = buckets;
        advanceSegments();
    }

    @Override
    public boolean nextBucket() {
        while (bucket >= 0 && next()) {
            // past what nobody wanted to see
        }
        if (waiting == null) {
            return false;
        }
        bucket = SegmentKey.bucket(waiting._1());
        waitingRow = SegmentKey.firstRow(waiting._1());
        return true;
    }

    public int bucket() {
        return bucket;
    }

    @Override
    public int rowBlock() {
        return buckets.rowBlock(bucket);
    }

    @Override
    public int columnBlock() {
        return buckets.columnBlock(bucket);
    }

    @Override
    public PairCursor pairs() {
        return this;
    }

    @Override
    public boolean next() {
        while (waitingRow < Long.MAX_VALUE && (size == 0 || waitingRow <= keys[0] >>> 32)) {
            takeUp();
        }
        if (size == 0) {
            return false;
        }
        key = keys[0];
        sum = heap[0].sum();
        advanceFirst();
        while (size > 0 && keys[0] == key) {
            sum = ExactSums.add(sum, heap[0].sum());
            advanceFirst();
        }
        return true;
    }

    @Override
    public int row() {
        return (int) (key >>> 32);
    }

    @Override
    public int column() {
        return (int) key;
    }

    @Override
    public long sum() {
        return sum;
    }

    @Override
    public void close() {
        // Spark owns the segments.
    }

    /** Takes up the segment that waits. */
    private void takeUp() {
        PairDecoder decoder = idle.isEmpty() ? new PairDecoder() : idle.pop();
        byte[] bytes = waiting._2();
        decoder.reset(bytes, bytes.length, NAME);
        if (decoder.next()) {
            if (size == heap.length) {
                heap = Arrays.copyOf(heap, 2 * size);
                keys = Arrays.copyOf(keys, 2 * size);
            }
            siftUp(decoder);
        }
        advanceSegments();
    }

    private void advanceSegments() {
        waiting = segments.hasNext() ? segments.next() : null;
        boolean sameBucket = waiting != null && SegmentKey.bucket(waiting._1()) == bucket;
        waitingRow = sameBucket ? SegmentKey.firstRow(waiting._1()) : Long.MAX_VALUE;
    }

    private void advanceFirst() {
        PairDecoder first = heap[0];
        if (first.next()) {
            siftDown(first, keyOf(first));
            return;
        }
        idle.push(first);
        size--;
        PairDecoder last = heap[size];
        heap[size] = null;
        if (size > 0) {
            siftDown(last, keys[size]);
        }
    }

    private void siftUp(PairDecoder added) {
        long addedKey = keyOf(added);
        int at = size++;
        while (at > 0 && addedKey < keys[(at - 1) / 2]) {
            int parent = (at - 1) / 2;
            heap[at] = heap[parent];
            keys[at] = keys[parent];
            at = parent;
        }
        heap[at] = added;
        keys[at] = addedKey;
    }

    private void siftDown(PairDecoder moved, long movedKey) {
        int at = 0;
        for (int child = 1; child < size; child = 2 * at + 1) {
            if (child + 1 < size && keys[child + 1] < keys[child]) {
                child++;
            }
            if (keys[child] >= movedKey) {
                break;
            }
            heap[at] = heap[child];
            keys[at] = keys[child];
            at = child;
        }
        heap[at] = moved;
        keys[at] = movedKey;
    }

    private static long keyOf(PairDecoder decoder) {
        return (long) decoder.row() << 32 | decoder.column();
    }
}
