package org.wordloom.cluster.input;

/** Also hears of records that hold no readable text. */
public interface RecordSink extends RangeSink {
    /** A record of so many bytes could not be parsed. */
    void malformedRecord(int bytes);
}
