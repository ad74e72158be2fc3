package org.wordloom.format;

import java.io.IOException;
import java.io.InputStream;
import java.util.zip.CRC32C;
import org.wordloom.base.ExitCode;
import org.wordloom.base.WordloomException;

/**
 * The pairs that a cycle of training has between one row block and all column blocks, all fixed numbers little-endian.
 *
 * <pre>
 * content  the packed pairs of each column block in turn ({@link org.wordloom.cooccurrence.PairEncoder})
 * index    "WLPAIRS\0", version, cycle, row block, column blocks P (ints);
 *          for each column block the length of its pairs (int) and their CRC-32C (int);
 *          CRC-32C of all that
 * </pre>
 *
 * <p>The index is last, since only then all is known; its length is a function of P.
 */
public final class PairBucketsFormat {
    /** "WLPAIRS\0", its first letter in the lowest byte. */
    static final long MAGIC = 0x00535249_41504C57L;

    static final int VERSION = 1;

    private PairBucketsFormat() {}

    /** Bytes of the index, which end the file. */
    public static int indexBytes(int blocks) {
        return Long.BYTES + 4 * Integer.BYTES + 2 * Integer.BYTES * blocks + Integer.BYTES;
    }

    /**
     * Where the pairs of each column block are.
     *
     * @param offsets of their first bytes; the last is the length of the content
     * @param checksums CRC-32C of each
     */
    public record Index(long[] offsets, int[] checksums) {
        /** Bytes of the pairs of a column block. */
        public int length(int columnBlock) {
            return (int) (offsets[columnBlock + 1] - offsets[columnBlock]);
        }

        /** FORMAT error unless these are the bytes of the column block. */
        public void verify(int columnBlock, byte[] bytes, String name) {
            if (bytes.length != length(columnBlock) || checksum(bytes) != checksums[columnBlock]) {
                throw new WordloomException(
                        ExitCode.FORMAT,
                        name + " is damaged: the checksum of the pairs of column block " + columnBlock
                                + " does not fit; run again");
            }
        }
    }

    /**
     * Reads the index.
     *
     * @param in stands at the index
     * @param name how errors call the file
     * @param size of the whole file
     * @throws org.wordloom.base.WordloomException FORMAT when it is damaged or that of another file
     */
    public static Index readIndex(InputStream in, String name, long size, int cycle, int rowBlock, int blocks)
            throws IOException {
        FormatInput input = new FormatInput(in, name, indexBytes(blocks));
        input.startChecksum();
        FormatHeaders.require(
                input, MAGIC, VERSION, "the index of pairs", "an index of pairs, which begins with 'WLPAIRS'");
        int[] header = new int[3];
        for (int i = 0; i < header.length; i++) {
            header[i] = input.readInt("the header");
        }
        if (header[0] != cycle || header[1] != rowBlock || header[2] != blocks) {
            throw input.damaged(place(cycle, rowBlock, blocks), place(header[0], header[1], header[2]));
        }
        Index index = readPlaces(input, blocks);
        int computed = input.checksum();
        if (computed != input.readInt("the checksum") || index.offsets[blocks] != size - indexBytes(blocks)) {
            throw input.damaged("a whole file", "a damaged index");
        }
        return index;
    }

    private static String place(int cycle, int rowBlock, int blocks) {
        return "pairs of cycle " + cycle + ", row block " + rowBlock + ", " + blocks + " blocks";
    }

    private static Index readPlaces(FormatInput input, int blocks) throws IOException {
        long[] offsets = new long[blocks + 1];
        int[] checksums = new int[blocks];
        for (int block = 0; block < blocks; block++) {
            int length = input.readInt("a length");
            if (length < 0) {
                throw input.damaged("a length of 0 or more", String.valueOf(length));
            }
            offsets[block + 1] = offsets[block] + length;
            checksums[block] = input.readInt("a checksum");
        }
        return new Index(offsets, checksums);
    }

    static int checksum(byte[] bytes) {
        CRC32C checksum = new CRC32C();
        checksum.update(bytes, 0, bytes.length);
        return (int) checksum.getValue();
    }
}
