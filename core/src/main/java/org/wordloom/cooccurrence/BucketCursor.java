package org.wordloom.cooccurrence;

import java.io.Closeable;
import java.io.IOException;

/**
 * A way over buckets, the pairs of one row block and one column block each, in ascending order of (row block, column
 * block). A bucket without pairs does not occur. Before the first {@link #nextBucket} and after it gave false, the other
 * methods mean nothing.
 */
public interface BucketCursor extends Closeable {
    /** Goes to the next bucket, past what is left of this one; false when there is none. */
    boolean nextBucket() throws IOException;

    int rowBlock();

    int columnBlock();

    /** The pairs of the bucket, which can be read once, until the next bucket is asked for. */
    PairCursor pairs();

    /** Gives back what the cursor holds: open files, and files that only it still needs. */
    @Override
    void close() throws IOException;
}
