package org.wordloom.text;

import java.io.Serializable;

/**
 * Counts what is wrong with text: malformed UTF-8 and NUL bytes. A malformed sequence is what a decoder replaces by one
 * U+FFFD: the longest beginning of a well-formed sequence, or a single byte. Not safe for use by several threads.
 */
public final class TextDefects implements Serializable {
    private static final long serialVersionUID = 1L;
    private static final long LOW_BITS = 0x0101010101010101L;

    private long scannedBytes;
    private long malformedSequences;
    private long malformedBytes;
    private long nulBytes;

    /** Scans whole lines: a sequence that the end of the range cuts counts as malformed. */
    public void scan(byte[] utf8, int from, int to) {
        scannedBytes += to - from;
        int i = from;
        while (i < to) {
            i = cleanAsciiEnd(utf8, i, to);
            if (i < to) {
                i += scanOne(utf8, i, to);
            }
        }
    }

    /** Adds the counts of {@code other} to these. */
    public TextDefects merge(TextDefects other) {
        scannedBytes += other.scannedBytes;
        malformedSequences += other.malformedSequences;
        malformedBytes += other.malformedBytes;
        nulBytes += other.nulBytes;
        return this;
    }

    public long scannedBytes() {
        return scannedBytes;
    }

    public long malformedSequences() {
        return malformedSequences;
    }

    /** How many bytes the malformed sequences have together. */
    public long malformedBytes() {
        return malformedBytes;
    }

    public long nulBytes() {
        return nulBytes;
    }

    /** Malformed sequences and NUL bytes together. */
    public long total() {
        return malformedSequences + nulBytes;
    }

    private int scanOne(byte[] utf8, int at, int to) {
        if (utf8[at] == 0) {
            nulBytes++;
            return 1;
        }
        int length = Utf8.sequence(utf8, at, to);
        if (length < 0) {
            malformedSequences++;
            malformedBytes -= length;
        }
        return Math.abs(length);
    }

    /** The first position whose byte is NUL or not ASCII, or {@code to}; eight bytes at a time where there are. */
    private static int cleanAsciiEnd(byte[] utf8, int from, int to) {
        int i = from;
        while (i <= to - Long.BYTES) {
            long eight = Utf8.eightBytes(utf8, i);
            // Subtracting one from a zero byte sets its high bit; so do the borrow's neighbours, which are looked at.
            if (((eight | (eight - LOW_BITS)) & Utf8.HIGH_BITS) != 0) {
                break;
            }
            i += Long.BYTES;
        }
        while (i < to && utf8[i] > 0) {
            i++;
        }
        return i;
    }
}
