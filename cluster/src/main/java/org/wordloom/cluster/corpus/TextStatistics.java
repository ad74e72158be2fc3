package org.wordloom.cluster.corpus;

import org.wordloom.text.TextDefects;

/** Collects the statistics of what one task reads. */
public final class TextStatistics {
    private final TextDefects defects = new TextDefects();
    private long bytes;
    private long lines;
    private long tokens;
    private long malformedRecordBytes;
    private String firstDefect = "";

    public void text(byte[] utf8, int from, int to, boolean lineEnd) {
        defects.scan(utf8, from, to);
        if (lineEnd) {
            lines++;
        }
    }

    public void token() {
        tokens++;
    }

    /** Counts so many tokens. */
    public void tokens(long count) {
        tokens += count;
    }

    public void malformedRecord(int recordBytes) {
        malformedRecordBytes += recordBytes;
    }

    public void endRange(CorpusFile file, long rangeBytes) {
        bytes += rangeBytes;
        if (firstDefect.isEmpty() && malformedBytes() + defects.nulBytes() > 0) {
            firstDefect = file.path();
        }
    }

    public CorpusStatistics result() {
        return new CorpusStatistics(0, bytes, lines, tokens, -1, malformedBytes(), defects.nulBytes(), firstDefect);
    }

    private long malformedBytes() {
        return defects.malformedBytes() + malformedRecordBytes;
    }
}
