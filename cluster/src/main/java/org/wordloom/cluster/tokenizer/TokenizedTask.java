package org.wordloom.cluster.tokenizer;

import java.io.Serializable;
import java.util.List;
import org.wordloom.cluster.corpus.CorpusStatistics;

/**
 * What one task encoded.
 *
 * @param parts in the order of its splits
 * @param statistics of the text of these parts
 * @param malformedRows texts with malformed UTF-8, and records that could not be read
 * @param longRows texts that were too long to be encoded
 * @param longBytes bytes of these
 */
record TokenizedTask(
        List<TokenizedPart> parts, CorpusStatistics statistics, long malformedRows, long longRows, long longBytes)
        implements Serializable {
    TokenizedTask {
        parts = List.copyOf(parts);
    }
}
