package org.wordloom.format;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import org.wordloom.cooccurrence.BucketNumbers;
import org.wordloom.cooccurrence.CellsIndex;

/**
 * The file that says where the cells of each block pair lie: the magic {@code WLCI}, an int version, an int P, an int 1
 * when only half of the buckets are kept and else 0; for each bucket three longs, its offset in its file, its length and
 * the cells of the block pair; last an int CRC-32C of all before.
 */
public final class CellsIndexFormat {
    private static final int MAGIC = 0x49434C57;
    private static final int VERSION = 1;
    private static final int FRAME_BYTES = 5 * Integer.BYTES;
    private static final int BUCKET_BYTES = 3 * Long.BYTES;

    private CellsIndexFormat() {}

    /** Writes the index. The stream is flushed, not closed. */
    public static void write(CellsIndex index, OutputStream out) throws IOException {
        FormatOutput output = new FormatOutput(out);
        output.startChecksum();
        output.writeInt(MAGIC);
        output.writeInt(VERSION);
        output.writeInt(index.buckets().blocks());
        output.writeInt(index.buckets().half() ? 1 : 0);
        for (int bucket = 0; bucket < index.buckets().count(); bucket++) {
            output.writeLong(index.offset(bucket));
            output.writeLong(index.length(bucket));
            output.writeLong(index.entries(bucket));
        }
        output.writeInt(output.checksum());
        output.flush();
    }

    /**
     * Reads an index. The stream is not closed.
     *
     * @param name how errors call the file, usually its path
     * @param size the file's size in bytes
     * @throws org.wordloom.base.WordloomException FORMAT, naming the offset, when it is damaged
     */
    public static CellsIndex read(InputStream in, String name, long size) throws IOException {
        FormatInput input = new FormatInput(in, name, size);
        input.startChecksum();
        FormatHeaders.require(input, MAGIC, VERSION, "an index of co-occurrence cells");
        int blocks = input.readInt("the number of blocks");
        int half = input.readInt("which buckets are kept");
        if (blocks < 1 || blocks > BucketNumbers.MOST_BLOCKS || half < 0 || half > 1) {
            throw input.damaged(
                    "1 to " + BucketNumbers.MOST_BLOCKS + " blocks, and 0 or 1", blocks + " blocks, and " + half);
        }
        CellsIndex index = new CellsIndex(new BucketNumbers(blocks, half == 1));
        long expected = FRAME_BYTES + (long) BUCKET_BYTES * index.buckets().count();
        if (size != expected) {
            throw input.damaged("a file of " + expected + " bytes", size + " bytes: it is truncated or extended");
        }
        for (int bucket = 0; bucket < index.buckets().count(); bucket++) {
            readBucket(input, index, bucket);
        }
        FormatHeaders.requireChecksum(input, "the index");
        input.requireEnd();
        return index;
    }

    private static void readBucket(FormatInput input, CellsIndex index, int bucket) throws IOException {
        long offset = input.readLong("an offset");
        long length = input.readLong("a length");
        long entries = input.readLong("a number of cells");
        if (offset < 0 || length < 0 || entries < 0 || offset + length < 0) {
            throw input.damaged(
                    "an offset, a length and a number of cells of at least 0", offset + ", " + length + ", " + entries);
        }
        if ((length == 0) != (entries == 0)) {
            throw input.damaged(
                    "cells where there are bytes, and only there", length + " bytes of " + entries + " cells");
        }
        index.set(bucket, offset, length, entries);
    }
}
