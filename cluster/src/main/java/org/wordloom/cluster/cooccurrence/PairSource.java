package org.wordloom.cluster.cooccurrence;

import java.io.IOException;
import java.io.Serializable;
import org.wordloom.cooccurrence.BucketCursor;

/** What one map task turns into sorted sums of pairs. */
interface PairSource extends Serializable {
    /**
     * Counts. What it opens is closed with the task, however that ends, and so is the cursor that it gives.
     *
     * @throws org.wordloom.base.WordloomException FORMAT when the source is damaged; OUTPUT when a disk is full;
     *     ENVIRONMENT when the memory does not suffice
     */
    BucketCursor count(CountContext context) throws IOException;
}
