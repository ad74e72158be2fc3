package org.wordloom.vocab;

import java.util.Arrays;
import org.wordloom.base.ExitCode;
import org.wordloom.base.WordloomException;

/**
 * Counted words as bytes, for a shuffle: for each word its length in bytes (LEB128), its bytes and its count (LEB128).
 * {@link #next()} steps through them.
 */
final class PackedWords {
    private final byte[] packed;
    private int position;
    private int start;
    private int end;
    private long count;

    PackedWords(byte[] packed) {
        this.packed = packed;
    }

    static int packedBytes(int length, long count) {
        return numberBytes(length) + length + numberBytes(count);
    }

    /** Writes a word to {@code target} and returns the position after it. */
    static int write(byte[] target, int at, byte[] word, int from, int to, long count) {
        int i = writeNumber(target, at, to - from);
        System.arraycopy(word, from, target, i, to - from);
        return writeNumber(target, i + to - from, count);
    }

    /** The length of an array for packed words. ENVIRONMENT error when none is that long. */
    static int arrayLength(long bytes) {
        if (bytes > Integer.MAX_VALUE - 8) {
            throw WordList.tooMuch("packed word counts take " + bytes + " bytes, more than 2 GiB,");
        }
        return (int) bytes;
    }

    /** Steps to the next word; false after the last. */
    boolean next() {
        if (position == packed.length) {
            return false;
        }
        long length = readNumber();
        if (length < 0 || length > packed.length - position) {
            throw damaged();
        }
        start = position;
        end = position + (int) length;
        position = end;
        count = readNumber();
        if (count < 0) {
            throw damaged();
        }
        return true;
    }

    byte[] bytes() {
        return packed;
    }

    int start() {
        return start;
    }

    int end() {
        return end;
    }

    int length() {
        return end - start;
    }

    long count() {
        return count;
    }

    /** How a vocabulary orders the words that two of these stepped to. */
    static int compare(PackedWords a, PackedWords b) {
        int byCount = Long.compare(b.count, a.count);
        return byCount != 0 ? byCount : Arrays.compareUnsigned(a.packed, a.start, a.end, b.packed, b.start, b.end);
    }

    private long readNumber() {
        long number = 0;
        for (int shift = 0; shift < Long.SIZE; shift += 7) {
            if (position == packed.length) {
                throw damaged();
            }
            byte b = packed[position++];
            number |= (long) (b & 0x7F) << shift;
            if (b >= 0) {
                return number;
            }
        }
        throw damaged();
    }

    private WordloomException damaged() {
        return new WordloomException(
                ExitCode.INTERNAL,
                "packed word counts of " + packed.length + " bytes are damaged at byte " + position
                        + "; this is a bug or a failing disk, run again");
    }

    private static int numberBytes(long number) {
        return Math.max(1, (Long.SIZE - Long.numberOfLeadingZeros(number) + 6) / 7);
    }

    private static int writeNumber(byte[] target, int at, long number) {
        int i = at;
        long rest = number;
        while ((rest & ~0x7FL) != 0) {
            target[i++] = (byte) (rest | 0x80);
            rest >>>= 7;
        }
        target[i++] = (byte) rest;
        return i;
    }
}
