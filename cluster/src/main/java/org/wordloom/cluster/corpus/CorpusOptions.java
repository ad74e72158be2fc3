package org.wordloom.cluster.corpus;

import java.io.Serializable;
import java.util.List;
import org.wordloom.base.Problems;
import org.wordloom.text.Tokenization;
import org.wordloom.text.TokenizationOptions;

/**
 * What the corpus is and how it becomes sentences of words. Immutable; one source of the defaults.
 *
 * @param inputs files, directories (read with all below them) or globs, on any Hadoop file system
 * @param format how the files hold text
 * @param column the column of Parquet files, or the field of JSON lines, that holds the text; empty for text files
 * @param tokenization how text becomes words
 * @param maxSentenceLength a sentence ends at the latest after this many words of the vocabulary
 * @param malformedLimit the largest tolerated share, 0 to 1, of bytes that are NUL or malformed UTF-8 (and of unreadable
 *     JSON records): 0 refuses any, 1 refuses nothing
 * @param rangeBytes text is read, and shards are made, in ranges of this many (uncompressed) bytes; a property of the
 *     corpus, never of how a cluster partitions it. {@link #AUTOMATIC} lets the corpus's size decide
 */
public record CorpusOptions(
        List<String> inputs,
        Format format,
        String column,
        Tokenization tokenization,
        int maxSentenceLength,
        double malformedLimit,
        long rangeBytes)
        implements Serializable {

    public static final int MAX_SENTENCE_LENGTH = 1_000;
    public static final double MALFORMED_LIMIT = 0.01;
    /** Listing the corpus replaces it by {@link #rangeBytesFor}. */
    public static final long AUTOMATIC = 0;

    private static final long SMALLEST_RANGE = 1L << 20;
    private static final long LARGEST_RANGE = 64L << 20;
    private static final long RANGES_OF_A_SMALL_CORPUS = 64;

    /** How files hold text. */
    public enum Format {
        /** A sentence a line. */
        TEXT,
        /** A document a row, its text in a string column. */
        PARQUET,
        /** A document a line, a JSON object with its text in a string field. */
        JSON
    }

    public CorpusOptions {
        inputs = List.copyOf(inputs);
    }

    /** Plain text with all defaults. */
    public static CorpusOptions of(List<String> inputs) {
        return new CorpusOptions(
                inputs,
                Format.TEXT,
                "",
                TokenizationOptions.defaults(),
                MAX_SENTENCE_LENGTH,
                MALFORMED_LIMIT,
                AUTOMATIC);
    }

    public CorpusOptions withTokenization(Tokenization value) {
        return new CorpusOptions(inputs, format, column, value, maxSentenceLength, malformedLimit, rangeBytes);
    }

    public CorpusOptions withFormat(Format newFormat, String newColumn) {
        return new CorpusOptions(
                inputs, newFormat, newColumn, tokenization, maxSentenceLength, malformedLimit, rangeBytes);
    }

    public CorpusOptions withMaxSentenceLength(int value) {
        return new CorpusOptions(inputs, format, column, tokenization, value, malformedLimit, rangeBytes);
    }

    public CorpusOptions withMalformedLimit(double value) {
        return new CorpusOptions(inputs, format, column, tokenization, maxSentenceLength, value, rangeBytes);
    }

    public CorpusOptions withRangeBytes(long value) {
        return new CorpusOptions(inputs, format, column, tokenization, maxSentenceLength, malformedLimit, value);
    }

    /**
     * Ranges of 1 to 64 MiB, a power of two: small enough that the threads of a small corpus end together (six shards
     * for two threads left one idle for a twentieth of training), large enough that a terabyte is 16,384 shards.
     */
    static long rangeBytesFor(long corpusBytes) {
        long even = Long.highestOneBit(Math.max(1, corpusBytes / RANGES_OF_A_SMALL_CORPUS));
        return Math.max(SMALLEST_RANGE, Math.min(LARGEST_RANGE, even));
    }

    /** Adds every value that is out of its range. */
    public void validate(Problems problems) {
        problems.require(!inputs.isEmpty(), "--input is missing: name files, directories or globs");
        problems.require(
                format == Format.TEXT || !column.isEmpty(),
                "--column is missing: say which column or field of the input holds the text");
        problems.require(
                format != Format.TEXT || column.isEmpty(),
                "--column '%s' does not go with text files; say --input-format parquet or json",
                column);
        problems.require(
                maxSentenceLength >= 1 && maxSentenceLength <= 1_000_000,
                "--max-sentence-length is %d, expected 1 to 1000000",
                maxSentenceLength);
        problems.require(
                malformedLimit >= 0 && malformedLimit <= 1,
                "--malformed-limit is %s, expected a share from 0 (refuse any) to 1 (refuse nothing)",
                malformedLimit);
        problems.require(
                rangeBytes == AUTOMATIC || (rangeBytes >= 1 && rangeBytes <= 1L << 30),
                "the size of text ranges is %d bytes, expected 1 to 2^30",
                rangeBytes);
        tokenization.validate(problems);
    }
}
