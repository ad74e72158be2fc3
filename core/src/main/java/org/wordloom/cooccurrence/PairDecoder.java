package org.wordloom.cooccurrence;

import org.wordloom.base.ExitCode;
import org.wordloom.base.WordloomException;

/**
 * Reads what {@link PairEncoder} packed. What does not read as ascending pairs with sums above 0 stops with an error, so
 * that damaged bytes never become wrong counts of impossible rows. One decoder can read many pieces, one after another.
 */
public final class PairDecoder implements PairCursor {
    private byte[] bytes;
    private String name;
    private int position;
    private int end;
    private boolean rowOpen;
    private int row;
    private int column;
    private long sum;

    /** A decoder that has nothing to read yet. */
    public PairDecoder() {
        reset(new byte[0], 0, "");
    }

    /** A decoder of a whole array. */
    public PairDecoder(byte[] bytes, String name) {
        reset(bytes, bytes.length, name);
    }

    /**
     * Reads {@code bytes[0, length)} from now on.
     *
     * @param newName how errors call what is read
     */
    public void reset(byte[] newBytes, int length, String newName) {
        bytes = newBytes;
        name = newName;
        position = 0;
        end = length;
        rowOpen = false;
        row = -1;
    }

    @Override
    public boolean next() {
        if (position == end && row < 0) {
            return false;
        }
        int distance = rowOpen ? readDistance() : 0;
        while (distance == 0) {
            int rowDistance = readDistance();
            if (rowDistance == 0) {
                finish();
                return false;
            }
            row = later(row, rowDistance);
            column = -1;
            rowOpen = true;
            distance = readDistance();
            if (distance == 0) {
                throw damaged("a row without pairs");
            }
        }
        column = later(column, distance);
        sum = readNumber();
        if (sum <= 0) {
            throw damaged("a sum of " + sum);
        }
        return true;
    }

    @Override
    public int row() {
        return row;
    }

    @Override
    public int column() {
        return column;
    }

    @Override
    public long sum() {
        return sum;
    }

    private int later(int index, int distance) {
        int result = index + distance;
        if (result < 0) {
            throw damaged("an index above 2^31");
        }
        return result;
    }

    private int readDistance() {
        long number = readNumber();
        if (number >>> 31 != 0) {
            throw damaged("a distance of " + number);
        }
        return (int) number;
    }

    private long readNumber() {
        long result = 0;
        for (int shift = 0; shift < 63; shift += 7) {
            if (position == end) {
                throw damaged("the end in the middle of a pair");
            }
            byte b = bytes[position++];
            result |= (b & 0x7FL) << shift;
            if (b >= 0) {
                return result;
            }
        }
        throw damaged("a number of more than 63 bits");
    }

    private void finish() {
        if (position != end) {
            throw damaged("data after the last row");
        }
        row = -1;
        rowOpen = false;
    }

    private WordloomException damaged(String found) {
        return new WordloomException(
                ExitCode.FORMAT,
                "counts in " + name + " are damaged near byte " + position + ": expected ascending pairs, found "
                        + found + "; count again");
    }
}
