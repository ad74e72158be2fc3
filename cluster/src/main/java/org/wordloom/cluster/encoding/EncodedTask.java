package org.wordloom.cluster.encoding;

import java.io.Serializable;
import java.util.List;
import org.wordloom.cluster.corpus.CorpusStatistics;

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
