package org.wordloom.cluster.input;

import java.io.Closeable;
import java.io.IOException;

/** Text that is read range by range. */
public interface RangeSource extends Closeable {
    /** Hands one range on; false when there is none left. */
    boolean next(RangeSink sink) throws IOException;
}
