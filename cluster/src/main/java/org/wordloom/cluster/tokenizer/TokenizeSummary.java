package org.wordloom.cluster.tokenizer;

import org.wordloom.cluster.corpus.CorpusStatistics;

/**
 * What encoding a corpus came to.
 *
 * @param statistics of the text; its tokens are the ids that were written
 * @param rows texts, each of which has a row
 * @param malformedRows texts with malformed UTF-8, which stands there as U+FFFD, and records that could not be read
 * @param longRows texts that were too long to be encoded, and have rows without an encoding
 * @param parts files that were written
 * @param seconds on the wall
 */
public record TokenizeSummary(
        CorpusStatistics statistics, long rows, long malformedRows, long longRows, int parts, double seconds) {}
