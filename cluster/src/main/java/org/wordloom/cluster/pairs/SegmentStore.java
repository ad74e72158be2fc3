package org.wordloom.cluster.pairs;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import org.wordloom.base.ExitCode;
import org.wordloom.base.WordloomException;
import org.wordloom.blocks.BlockVisit;
import org.wordloom.cluster.spark.TemporaryFiles;
import org.wordloom.cooccurrence.Cells;
import org.wordloom.cooccurrence.PackedPairs;
import org.wordloom.cooccurrence.SegmentSink;

/**
 * The packed pairs of one cycle in one JVM: in memory up to a budget, then in a file that goes when it is closed. Filled by
 * several threads, then read by several. OUTPUT error when the file cannot be written, or not read back.
 */
final class SegmentStore implements SegmentSink, Closeable {
    private final int blocks;
    private final long budget;
    private final Path folder;
    private final List<List<Segment>> buckets = new ArrayList<>();
    /** Null until the budget is spent. */
    private FileChannel file;

    private long fileBytes;
    private long bytes;
    private long pairs;

    /** @param bytes null when they are in the file */
    private record Segment(byte[] bytes, long offset, int length) {}

    /**
     * @param budget bytes that may be kept in memory
     * @param folder for the file
     */
    SegmentStore(int blocks, long budget, Path folder) {
        this.blocks = blocks;
        this.budget = budget;
        this.folder = folder;
        for (int bucket = 0; bucket < blocks * blocks; bucket++) {
            buckets.add(null);
        }
    }

    @Override
    public synchronized void segment(int rowBlock, int columnBlock, int firstRow, byte[] packed, long occurrences) {
        int bucket = rowBlock * blocks + columnBlock;
        if (buckets.get(bucket) == null) {
            buckets.set(bucket, new ArrayList<>(1));
        }
        boolean fits = bytes - fileBytes + packed.length <= budget;
        buckets.get(bucket).add(fits ? new Segment(packed, 0, packed.length) : spill(packed));
        bytes += packed.length;
        pairs += occurrences;
    }

    private Segment spill(byte[] packed) {
        long offset = fileBytes;
        try {
            if (file == null) {
                file = open(Files.createTempFile(folder, "pairs", ""));
            }
            ByteBuffer rest = ByteBuffer.wrap(packed);
            while (rest.hasRemaining()) {
                fileBytes += file.write(rest, fileBytes);
            }
        } catch (IOException e) {
            throw TemporaryFiles.unusable("cannot write pairs to a file in " + folder, e);
        }
        return new Segment(null, offset, packed.length);
    }

    private static FileChannel open(Path path) throws IOException {
        return FileChannel.open(
                path, StandardOpenOption.READ, StandardOpenOption.WRITE, StandardOpenOption.DELETE_ON_CLOSE);
    }

    /** The cells of a visit. */
    Cells cells(BlockVisit visit) throws IOException {
        List<Segment> segments = buckets.get(visit.rowBlock() * blocks + visit.columnBlock());
        List<byte[]> packed = new ArrayList<>();
        for (Segment segment : segments == null ? List.<Segment>of() : segments) {
            packed.add(segment.bytes != null ? segment.bytes : read(segment));
        }
        return PackedPairs.cells(packed, "the pairs of " + visit);
    }

    private byte[] read(Segment segment) {
        byte[] packed = new byte[segment.length];
        ByteBuffer rest = ByteBuffer.wrap(packed);
        try {
            while (rest.hasRemaining()) {
                if (file.read(rest, segment.offset + rest.position()) < 0) {
                    throw new WordloomException(
                            ExitCode.FORMAT, "a file of pairs in " + folder + " was cut short while training went on");
                }
            }
        } catch (IOException e) {
            throw TemporaryFiles.unusable("cannot read back pairs from a file in " + folder, e);
        }
        return packed;
    }

    /** Bytes of all pairs as they are packed, and how many of them are in the file. */
    long bytes() {
        return bytes;
    }

    long fileBytes() {
        return fileBytes;
    }

    /** How many pairs there are, as often as they occurred. */
    long pairs() {
        return pairs;
    }

    @Override
    public void close() throws IOException {
        if (file != null) {
            file.close();
        }
    }
}
