package org.wordloom.cooccurrence;

import java.io.IOException;

/** Buckets whose runs are deleted when they are closed. */
final class StoredBuckets implements BucketCursor {
    private final BucketCursor buckets;
    private final RunStore store;

    StoredBuckets(BucketCursor buckets, RunStore store) {
        this.buckets = buckets;
        this.store = store;
    }

    @Override
    public boolean nextBucket() throws IOException {
        return buckets.nextBucket();
    }

    @Override
    public int rowBlock() {
        return buckets.rowBlock();
    }

    @Override
    public int columnBlock() {
        return buckets.columnBlock();
    }

    @Override
    public PairCursor pairs() {
        return buckets.pairs();
    }

    @Override
    public void close() throws IOException {
        try (store) {
            buckets.close();
        }
    }
}
