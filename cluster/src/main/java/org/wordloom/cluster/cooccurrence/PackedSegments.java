package org.wordloom.cluster.cooccurrence;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.NoSuchElementException;
import org.wordloom.cooccurrence.BucketCursor;
import org.wordloom.cooccurrence.BucketNumbers;
import org.wordloom.cooccurrence.PairCursor;
import org.wordloom.cooccurrence.PairEncoder;
import scala.Tuple2;

/**
 * Cuts sorted buckets into packed segments for the shuffle, one at a time: a segment holds pairs of one bucket and stands
 * alone.
 */
final class PackedSegments implements Iterator<Tuple2<Long, byte[]>>, Closeable {
    /** Large enough that a segment's overhead does not matter, small enough that a merge can hold many. */
    private static final int SEGMENT_BYTES = 1 << 15;

    private final BucketCursor counted;
    private final BucketNumbers buckets;
    private final PairEncoder encoder = new PairEncoder();
    private PairCursor pairs;
    private int bucket;
    private boolean pairWaits;

    /** @param counted is closed with this iterator */
    PackedSegments(BucketCursor counted, BucketNumbers buckets) throws IOException {
        this.counted = counted;
        this.buckets = buckets;
        nextBucket();
    }

    @Override
    public boolean hasNext() {
        return pairWaits;
    }

    @Override
    public Tuple2<Long, byte[]> next() {
        if (!pairWaits) {
            throw new NoSuchElementException();
        }
        try {
            long key = SegmentKey.of(bucket, pairs.row());
            do {
                encoder.add(pairs.row(), pairs.column(), pairs.sum());
                pairWaits = pairs.next();
            } while (pairWaits && encoder.size() < SEGMENT_BYTES);
            if (!pairWaits) {
                nextBucket();
            }
            return new Tuple2<>(key, encoder.take());
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read back counts that were spilled", e);
        }
    }

    @Override
    public void close() throws IOException {
        counted.close();
    }

    private void nextBucket() throws IOException {
        while (!pairWaits && counted.nextBucket()) {
            bucket = buckets.number(counted.rowBlock(), counted.columnBlock());
            pairs = counted.pairs();
            pairWaits = pairs.next();
        }
    }
}
