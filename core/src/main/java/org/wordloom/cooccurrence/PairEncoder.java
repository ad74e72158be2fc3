package org.wordloom.cooccurrence;

import java.util.Arrays;
import org.wordloom.base.ExitCode;
import org.wordloom.base.WordloomException;

/**
 * Packs sorted pairs of one bucket into bytes that stand alone, for files and for the network; {@link PairDecoder} reads
 * them. All numbers are LEB128 (7 bits a byte, low bits first): for each row its distance from the row before, then for
 * each of its pairs the distance from the column before and the sum, then 0; after the last row another 0. The first row
 * and each row's first column count from -1, so that no distance is 0. Not safe for use by several threads.
 */
public final class PairEncoder {
    /** The most that one pair adds: the end of a row, two distances, a sum; and the end of all. */
    static final int MAX_PAIR_BYTES = 1 + 5 + 5 + 9 + 2;

    private static final int NO_ROW = -1;
    private static final int LARGEST_LENGTH = Integer.MAX_VALUE - 8;

    private byte[] bytes = new byte[256];
    private int used;
    private int row = NO_ROW;
    private int column;

    /**
     * Adds a pair, which must come after all pairs before in the order of (row, column); its sum must be above 0.
     *
     * @throws WordloomException ENVIRONMENT when all of them take more bytes than an array has
     */
    public void add(int newRow, int newColumn, long sum) {
        if (bytes.length - used < MAX_PAIR_BYTES) {
            bytes = Arrays.copyOf(bytes, grown(bytes.length));
        }
        int at = used;
        if (newRow != row) {
            at = beginRow(at, newRow);
        }
        at = write(at, newColumn - column);
        column = newColumn;
        used = write(at, sum);
    }

    /** How many bytes {@link #take} would give now. */
    public int size() {
        return used == 0 ? 0 : used + 2;
    }

    /** The bytes that the encoder holds. */
    public int memoryBytes() {
        return bytes.length;
    }

    /** The packed pairs added so far; the encoder is empty then, and begins anew. */
    public byte[] take() {
        bytes[used] = 0;
        bytes[used + 1] = 0;
        byte[] result = Arrays.copyOf(bytes, size());
        used = 0;
        row = NO_ROW;
        return result;
    }

    /** Twice the length, as far as an array goes. */
    static int grown(int length) {
        if (length == LARGEST_LENGTH) {
            throw tooLarge();
        }
        return (int) Math.min(LARGEST_LENGTH, 2L * length);
    }

    /** The error of more pairs between two blocks than arrays hold. */
    static WordloomException tooLarge() {
        return new WordloomException(
                ExitCode.ENVIRONMENT,
                "the pairs of one pair of blocks are more than an array holds; use more --blocks or more --cycles");
    }

    private int beginRow(int from, int newRow) {
        int at = from;
        if (row != NO_ROW) {
            bytes[at++] = 0;
        }
        at = write(at, newRow - row);
        row = newRow;
        column = -1;
        return at;
    }

    private int write(int from, long number) {
        int at = from;
        long rest = number;
        while ((rest & ~0x7FL) != 0) {
            bytes[at++] = (byte) (rest | 0x80);
            rest >>>= 7;
        }
        bytes[at++] = (byte) rest;
        return at;
    }
}
