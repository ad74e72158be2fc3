package org.wordloom.cooccurrence;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Merges the runs of a store, in several passes when they are too many to be open at once. */
final class RunMerger {
    private static final int MOST_OPEN_RUNS = 1 << 12;

    private final RunStore store;
    private final int fanIn;

    /** @param fanIn runs open at once, at least 2 */
    RunMerger(RunStore store, int fanIn) {
        this.store = store;
        this.fanIn = fanIn;
    }

    /** How many runs may be open at once when readers have so much memory. */
    static int fanIn(long memoryBytes) {
        return (int) Math.max(2, Math.min(MOST_OPEN_RUNS, memoryBytes / RunReader.MEMORY_BYTES));
    }

    /**
     * All pairs of the runs 0 … {@code runs} - 1. Runs are deleted when others have taken their place; the store is
     * closed with the cursor.
     */
    BucketCursor merge(int runs) throws IOException {
        List<Integer> waiting = new ArrayList<>();
        for (int run = 0; run < runs; run++) {
            waiting.add(run);
        }
        int created = runs;
        while (waiting.size() > fanIn) {
            List<Integer> group = waiting.subList(0, mergeFirst(waiting.size()));
            mergeInto(group);
            group.clear();
            waiting.add(created++);
        }
        return new StoredBuckets(open(waiting), store);
    }

    /** So many that later merges are full: fewer in the first one only. */
    private int mergeFirst(int waiting) {
        int surplus = (waiting - 1) % (fanIn - 1);
        return surplus == 0 ? fanIn : surplus + 1;
    }

    private void mergeInto(List<Integer> group) throws IOException {
        try (BucketCursor merged = open(group);
                FrameWriter out = new FrameWriter(store.create())) {
            while (merged.nextBucket()) {
                copy(merged, out);
            }
            out.finish();
        }
        for (int run : group) {
            store.delete(run);
        }
    }

    private static void copy(BucketCursor bucket, FrameWriter out) throws IOException {
        PairEncoder encoder = new PairEncoder();
        PairCursor pairs = bucket.pairs();
        while (pairs.next()) {
            encoder.add(pairs.row(), pairs.column(), pairs.sum());
            if (encoder.size() >= RunFormat.FRAME_BYTES) {
                out.write(bucket.rowBlock(), bucket.columnBlock(), encoder.take());
            }
        }
        if (encoder.size() > 0) {
            out.write(bucket.rowBlock(), bucket.columnBlock(), encoder.take());
        }
    }

    private BucketCursor open(List<Integer> group) throws IOException {
        List<BucketCursor> readers = new ArrayList<>();
        try {
            for (int run : group) {
                readers.add(new RunReader(store, run));
            }
            return new MergedBuckets(readers);
        } catch (IOException | RuntimeException e) {
            new MergedBuckets(readers).close();
            throw e;
        }
    }
}
