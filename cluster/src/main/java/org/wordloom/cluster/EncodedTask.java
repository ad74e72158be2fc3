package org.wordloom.cluster;

import java.io.Serializable;
import java.util.List;

/**
 * What one task encoded.
 *
 * @param ranges in the order of its splits
 * @param statistics of the text of these ranges
 */
record EncodedTask(List<EncodedRange> ranges, CorpusStatistics statistics) implements Serializable {
    EncodedTask {
        ranges = List.copyOf(ranges);
    }
}
