package org.wordloom.cluster.corpus;

import java.io.Serializable;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/**
 * What was found while reading the corpus.
 *
 * @param files files read
 * @param bytes uncompressed bytes of text
 * @param lines lines of text (rows and records for Parquet and JSON may hold several)
 * @param tokens words, before any is dropped
 * @param distinctWords different words; -1 when they were not counted
 * @param malformedBytes bytes that are not valid UTF-8, or belong to an unreadable JSON record
 * @param nulBytes NUL bytes
 * @param firstDefect the first file, by path, with a malformed or NUL byte; empty when there is none
 */
public record CorpusStatistics(
        long files,
        long bytes,
        long lines,
        long tokens,
        long distinctWords,
        long malformedBytes,
        long nulBytes,
        String firstDefect)
        implements Serializable {

    /** The statistics of nothing. */
    public static CorpusStatistics none() {
        return new CorpusStatistics(0, 0, 0, 0, -1, 0, 0, "");
    }

    /** Of words that were counted elsewhere. */
    public static CorpusStatistics ofWords(long tokens) {
        return new CorpusStatistics(1, 0, 0, tokens, -1, 0, 0, "");
    }

    /** Malformed and NUL bytes together. */
    public long defects() {
        return malformedBytes + nulBytes;
    }

    /** The sum of two disjoint parts of a corpus; the files and distinct words, which cannot be summed, are left as here. */
    public CorpusStatistics plus(CorpusStatistics other) {
        return new CorpusStatistics(
                files,
                bytes + other.bytes,
                lines + other.lines,
                tokens + other.tokens,
                distinctWords,
                malformedBytes + other.malformedBytes,
                nulBytes + other.nulBytes,
                first(firstDefect, other.firstDefect));
    }

    /** With another number of files, which parts do not know. */
    public CorpusStatistics withFiles(long value) {
        return new CorpusStatistics(value, bytes, lines, tokens, distinctWords, malformedBytes, nulBytes, firstDefect);
    }

    /** With what counting found, for the statistics of a later stage, which sees only known words. */
    public CorpusStatistics withDistinctWords(long value) {
        return new CorpusStatistics(files, bytes, lines, tokens, value, malformedBytes, nulBytes, firstDefect);
    }

    /** For a shuffle. */
    public byte[] packed() {
        byte[] file = firstDefect.getBytes(StandardCharsets.UTF_8);
        return ByteBuffer.allocate(7 * Long.BYTES + file.length)
                .putLong(files)
                .putLong(bytes)
                .putLong(lines)
                .putLong(tokens)
                .putLong(distinctWords)
                .putLong(malformedBytes)
                .putLong(nulBytes)
                .put(file)
                .array();
    }

    /** What {@link #packed} wrote. */
    public static CorpusStatistics unpack(byte[] packed) {
        ByteBuffer in = ByteBuffer.wrap(packed);
        return new CorpusStatistics(
                in.getLong(),
                in.getLong(),
                in.getLong(),
                in.getLong(),
                in.getLong(),
                in.getLong(),
                in.getLong(),
                new String(packed, 7 * Long.BYTES, packed.length - 7 * Long.BYTES, StandardCharsets.UTF_8));
    }

    private static String first(String a, String b) {
        if (a.isEmpty() || b.isEmpty()) {
            return a + b;
        }
        return a.compareTo(b) <= 0 ? a : b;
    }
}
