package org.wordloom.cluster.tokenizer;

import java.io.Serializable;
import java.util.List;
import org.wordloom.cluster.CorpusStatistics;

/**
 * What one task encoded.
 *
 * @param parts in the order of its splits
 * @param statistics of the text of these parts
 * @param malformedRows texts with malformed UTF-8, and records that could not be read
 */
record TokenizedTask(List<TokenizedPart> parts, CorpusStatistics statistics, long malformedRows)
        implements Serializable {
    TokenizedTask {
        parts = List.copyOf(parts);
    }
}
