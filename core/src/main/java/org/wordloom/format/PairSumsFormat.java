package org.wordloom.format;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import org.wordloom.cooccurrence.PairSums;

/**
 * The sums of an artefact's rows and columns: the magic {@code WLCS}, an int version, an int V, a long scale (units that
 * make a weight of 1), an int checksum of the vocabulary, V longs for the rows, V longs for the columns, and an int CRC-32C
 * of all before.
 */
public final class PairSumsFormat {
    private static final int MAGIC = 0x53434C57;
    private static final int VERSION = 1;
    private static final int FRAME_BYTES = 5 * Integer.BYTES + Long.BYTES;

    private PairSumsFormat() {}

    /**
     * Writes the sums. The stream is flushed, not closed.
     *
     * @param vocabularyChecksum says whose words the sums are about
     */
    public static void write(PairSums sums, int vocabularyChecksum, OutputStream out) throws IOException {
        FormatOutput output = new FormatOutput(out);
        output.startChecksum();
        output.writeInt(MAGIC);
        output.writeInt(VERSION);
        output.writeInt(sums.rows().length);
        output.writeLong(sums.scale());
        output.writeInt(vocabularyChecksum);
        writeLongs(sums.rows(), output);
        writeLongs(sums.columns(), output);
        output.writeInt(output.checksum());
        output.flush();
    }

    /**
     * Reads sums. The stream is not closed.
     *
     * @param name how errors call the file, usually its path
     * @param size the file's size in bytes
     * @param words V; a file for another number of words is refused before anything is allocated
     * @param vocabularyChecksum of the words that the sums should be about
     * @throws org.wordloom.base.WordloomException FORMAT, naming the offset, when it is damaged or about other words
     */
    public static PairSums read(InputStream in, String name, long size, int words, int vocabularyChecksum)
            throws IOException {
        FormatInput input = new FormatInput(in, name, size);
        input.startChecksum();
        FormatHeaders.require(input, MAGIC, VERSION, "sums of co-occurrences");
        int found = input.readInt("the number of words");
        long expected = FRAME_BYTES + 2L * Long.BYTES * words;
        if (found != words || size != expected) {
            throw input.damaged(
                    "sums of " + words + " words in " + expected + " bytes", found + " words in " + size + " bytes");
        }
        long scale = input.readLong("the scale");
        if (scale < 1) {
            throw input.damaged("a scale of at least 1", Long.toString(scale));
        }
        int checksum = input.readInt("the checksum of the vocabulary");
        if (checksum != vocabularyChecksum) {
            throw input.damaged(
                    "sums of a vocabulary of checksum " + Integer.toHexString(vocabularyChecksum),
                    "those of " + Integer.toHexString(checksum));
        }
        PairSums sums = new PairSums(scale, readLongs(input, words), readLongs(input, words));
        FormatHeaders.requireChecksum(input, "the sums");
        input.requireEnd();
        return sums;
    }

    private static void writeLongs(long[] values, FormatOutput out) throws IOException {
        for (long value : values) {
            out.writeLong(value);
        }
    }

    private static long[] readLongs(FormatInput in, int count) throws IOException {
        long[] values = new long[count];
        for (int i = 0; i < count; i++) {
            values[i] = in.readLong("a sum");
            if (values[i] < 0) {
                throw in.damaged("a sum of at least 0", Long.toString(values[i]));
            }
        }
        return values;
    }
}
