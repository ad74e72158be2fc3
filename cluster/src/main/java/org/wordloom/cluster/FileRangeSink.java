package org.wordloom.cluster;

import org.wordloom.cluster.input.RecordSink;

/** Receives the ranges of several files. */
interface FileRangeSink extends RecordSink {
    /** What follows belongs to this file; called before every range. */
    void beginFile(CorpusFile file);
}
