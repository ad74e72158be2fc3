package org.wordloom.cluster.corpus;

import org.wordloom.cluster.input.RecordSink;

/** Receives the ranges of several files. */
public interface FileRangeSink extends RecordSink {
    /** What follows belongs to this file; called before every range. */
    void beginFile(CorpusFile file);

    /** Whether lines of plain text must come in one piece, which then must not exceed 256 MB. */
    default boolean wantsWholeLines() {
        return false;
    }
}
