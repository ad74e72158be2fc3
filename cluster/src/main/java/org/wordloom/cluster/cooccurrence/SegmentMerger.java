package org.wordloom.cluster.cooccurrence;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
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
final class SegmentMerger implements BucketCursor, PairCursor {
    private static final String NAME = "the shuffle";

    private final Iterator<Tuple2<Long, byte[]>> segments;
    private final BucketNumbers buckets;
    private final Deque<PairDecoder> idle = new ArrayDeque<>();
    /** The segment that was taken from the iterator, but not taken up yet; null after the last. */
    private Tuple2<Long, byte[]> waiting;

    private int bucket = -1;
    /** A binary heap of the segments that are being read, by their current pairs. */
    private final List<PairDecoder> heap = new ArrayList<>();

    private int row;
    private int column;
    private long sum;

    SegmentMerger(Iterator<Tuple2<Long, byte[]>> segments, BucketNumbers buckets) {
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
        return true;
    }

    int bucket() {
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
        takeUp();
        if (heap.isEmpty()) {
            return false;
        }
        PairDecoder first = heap.get(0);
        row = first.row();
        column = first.column();
        sum = first.sum();
        advanceFirst();
        while (!heap.isEmpty() && heap.get(0).row() == row && heap.get(0).column() == column) {
            sum = ExactSums.add(sum, heap.get(0).sum());
            advanceFirst();
        }
        return true;
    }

    @Override
    public int row() {
        return row;
    }

    @Override
    public int column() {
        return column;
    }

    @Override
    public long sum() {
        return sum;
    }

    @Override
    public void close() {
        // Spark owns the segments.
    }

    /** Takes up every segment of this bucket that may hold the next pair. */
    private void takeUp() {
        while (waiting != null
                && SegmentKey.bucket(waiting._1()) == bucket
                && (heap.isEmpty()
                        || SegmentKey.firstRow(waiting._1()) <= heap.get(0).row())) {
            PairDecoder decoder = idle.isEmpty() ? new PairDecoder() : idle.pop();
            byte[] bytes = waiting._2();
            decoder.reset(bytes, bytes.length, NAME);
            if (decoder.next()) {
                heap.add(decoder);
                siftUp(heap.size() - 1);
            }
            advanceSegments();
        }
    }

    private void advanceSegments() {
        waiting = segments.hasNext() ? segments.next() : null;
    }

    private void advanceFirst() {
        PairDecoder first = heap.get(0);
        if (!first.next()) {
            idle.push(first);
            PairDecoder last = heap.remove(heap.size() - 1);
            if (heap.isEmpty()) {
                return;
            }
            heap.set(0, last);
        }
        siftDown();
    }

    private void siftUp(int from) {
        int at = from;
        PairDecoder moved = heap.get(at);
        for (int parent = (at - 1) / 2; at > 0 && isBefore(moved, heap.get(parent)); parent = (at - 1) / 2) {
            heap.set(at, heap.get(parent));
            at = parent;
        }
        heap.set(at, moved);
    }

    private void siftDown() {
        int at = 0;
        PairDecoder moved = heap.get(0);
        for (int child = 1; child < heap.size(); child = 2 * at + 1) {
            if (child + 1 < heap.size() && isBefore(heap.get(child + 1), heap.get(child))) {
                child++;
            }
            if (!isBefore(heap.get(child), moved)) {
                break;
            }
            heap.set(at, heap.get(child));
            at = child;
        }
        heap.set(at, moved);
    }

    private static boolean isBefore(PairDecoder a, PairDecoder b) {
        return a.row() != b.row() ? a.row() < b.row() : a.column() < b.column();
    }
}
