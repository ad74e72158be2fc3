package org.wordloom.cooccurrence;

import java.io.IOException;

/** Takes packed pairs of one bucket; {@link PairDecoder} reads them. */
@FunctionalInterface
public interface SegmentSink {
    /**
     * Takes a segment. Those of one {@link PairBuckets} come in the order of their row blocks between two of its flushes.
     *
     * @param firstRow the row of its first pair, as an index in the row block
     * @param pairs the sum of all its pairs: how often they occurred
     */
    void segment(int rowBlock, int columnBlock, int firstRow, byte[] bytes, long pairs) throws IOException;
}
