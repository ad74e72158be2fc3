package org.wordloom.format;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/**
 * The file that Stanford's {@code cooccur} and {@code shuffle} write ({@code cooccurrence.bin}): records of 16 bytes, word
 * 1 and word 2 as ints counted from 1 in the order of the vocabulary file, and the count as a double; little-endian, no
 * header, in any order. Word 1 is our row.
 */
public final class GloveCooccurrenceFormat {
    /** Bytes of a record. */
    public static final int RECORD_BYTES = 2 * Integer.BYTES + Double.BYTES;

    private GloveCooccurrenceFormat() {}

    /**
     * Reads a file. The stream is not closed.
     *
     * @param name how errors call the file, usually its path
     * @param size the file's size in bytes, or -1 when it is not known
     * @param vocabularySize words above this number are an error
     * @throws org.wordloom.base.WordloomException FORMAT when the size is no multiple of 16
     */
    public static Reader reader(InputStream in, String name, long size, int vocabularySize) {
        return new Reader(new FormatInput(in, name, size), vocabularySize);
    }

    public static Writer writer(OutputStream out) {
        return new Writer(new FormatOutput(out));
    }

    /** A way over the records of a file. Allocates nothing for a record. */
    public static final class Reader {
        private final FormatInput in;
        private final int vocabularySize;
        private int row;
        private int column;
        private double value;

        private Reader(FormatInput in, int vocabularySize) {
            this.in = in;
            this.vocabularySize = vocabularySize;
            if (in.size() >= 0 && in.size() % RECORD_BYTES != 0) {
                throw in.damaged("records of " + RECORD_BYTES + " bytes", "a file of " + in.size() + " bytes");
            }
        }

        /**
         * Goes to the next record; false at the end of the file.
         *
         * @throws org.wordloom.base.WordloomException FORMAT for a record that is cut, a word outside the vocabulary, or
         *     a count that is not a positive number
         */
        public boolean next() throws IOException {
            if (in.peek() == FormatInput.END) {
                return false;
            }
            row = readWord("word 1");
            column = readWord("word 2");
            value = Double.longBitsToDouble(in.readLong("a count"));
            if (!(value > 0) || value == Double.POSITIVE_INFINITY) {
                throw in.damaged("a count above 0", value + " in the 8 bytes before");
            }
            return true;
        }

        /** The row's word id, from 0. */
        public int row() {
            return row;
        }

        /** The column's word id, from 0. */
        public int column() {
            return column;
        }

        public double value() {
            return value;
        }

        private int readWord(String what) throws IOException {
            int word = in.readInt(what);
            if (word < 1 || word > vocabularySize) {
                throw in.damaged(
                        what + " from 1 to " + vocabularySize + ", the size of the vocabulary",
                        word + " in the 4 bytes before");
            }
            return word - 1;
        }
    }

    /** Writes records one by one; {@link #flush} when all are written. */
    public static final class Writer {
        private final FormatOutput out;

        private Writer(FormatOutput out) {
            this.out = out;
        }

        /** Writes a record; word ids count from 0 here. */
        public void write(int row, int column, double value) throws IOException {
            out.writeInt(row + 1);
            out.writeInt(column + 1);
            out.writeLong(Double.doubleToLongBits(value));
        }

        /** Hands everything to the stream, which is flushed, not closed. */
        public void flush() throws IOException {
            out.flush();
        }
    }
}
