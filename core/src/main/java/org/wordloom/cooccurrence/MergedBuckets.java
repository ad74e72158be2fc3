package org.wordloom.cooccurrence;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Several ways over buckets as one: buckets of the same blocks become one bucket, sums of the same pair are added. */
public final class MergedBuckets implements BucketCursor {
    private final List<BucketCursor> open;
    /** Those of the open cursors that stand at the current bucket. */
    private final List<BucketCursor> current = new ArrayList<>();

    private final List<PairCursor> currentPairs = new ArrayList<>();
    private PairCursor pairs;

    /** Merges cursors that stand before their first bucket; they are closed with this one. */
    public MergedBuckets(List<? extends BucketCursor> cursors) {
        this.open = new ArrayList<>(cursors);
        this.current.addAll(cursors);
    }

    @Override
    public boolean nextBucket() throws IOException {
        for (BucketCursor cursor : current) {
            if (!cursor.nextBucket()) {
                open.remove(cursor);
                cursor.close();
            }
        }
        current.clear();
        currentPairs.clear();
        for (BucketCursor cursor : open) {
            offer(cursor);
        }
        if (current.isEmpty()) {
            return false;
        }
        pairs = MergedPairs.of(currentPairs);
        return true;
    }

    @Override
    public int rowBlock() {
        return current.get(0).rowBlock();
    }

    @Override
    public int columnBlock() {
        return current.get(0).columnBlock();
    }

    @Override
    public PairCursor pairs() {
        return pairs;
    }

    @Override
    public void close() throws IOException {
        for (BucketCursor cursor : open) {
            cursor.close();
        }
        open.clear();
        current.clear();
    }

    /** Takes the cursor into the current bucket when it stands there, or at an earlier one. */
    private void offer(BucketCursor cursor) {
        int order = current.isEmpty() ? -1 : compare(cursor, current.get(0));
        if (order < 0) {
            current.clear();
            currentPairs.clear();
        }
        if (order <= 0) {
            current.add(cursor);
            currentPairs.add(cursor.pairs());
        }
    }

    private static int compare(BucketCursor a, BucketCursor b) {
        return a.rowBlock() != b.rowBlock()
                ? Integer.compare(a.rowBlock(), b.rowBlock())
                : Integer.compare(a.columnBlock(), b.columnBlock());
    }
}
