package org.wordloom.cooccurrence;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.zip.CRC32C;
import org.wordloom.base.ExitCode;
import org.wordloom.base.WordloomException;

/** Reads a run, bucket by bucket, with one frame in memory. */
final class RunReader implements BucketCursor, PairCursor {
    /** What an open reader holds: its stream's buffer and a frame. */
    static final int MEMORY_BYTES = 2 * RunFormat.MAX_FRAME_BYTES;

    private final InputStream in;
    private final String name;
    private final ByteBuffer header = ByteBuffer.allocate(RunFormat.HEADER_BYTES);
    private final byte[] frame = new byte[RunFormat.MAX_FRAME_BYTES];
    private final CRC32C checksum = new CRC32C();
    private final PairDecoder decoder = new PairDecoder();
    private long offset;
    private boolean ended;
    private int rowBlock = -1;
    private int columnBlock = -1;
    /** The header was read, and names another bucket than the one that is being read. */
    private boolean headerWaits;

    RunReader(RunStore runs, int run) throws IOException {
        this.in = new BufferedInputStream(runs.open(run), RunFormat.FRAME_BYTES);
        this.name = runs.name(run);
        try {
            readHeader();
        } catch (IOException | RuntimeException e) {
            in.close(); // nobody has this reader yet
            throw e;
        }
    }

    @Override
    public boolean nextBucket() throws IOException {
        while (!ended && !headerWaits) {
            readFrame();
            readHeader();
        }
        if (ended) {
            return false;
        }
        rowBlock = header.getInt(0);
        columnBlock = header.getInt(Integer.BYTES);
        nextFrame();
        return true;
    }

    @Override
    public int rowBlock() {
        return rowBlock;
    }

    @Override
    public int columnBlock() {
        return columnBlock;
    }

    @Override
    public PairCursor pairs() {
        return this;
    }

    @Override
    public boolean next() throws IOException {
        while (!decoder.next()) {
            if (ended || headerWaits) {
                return false;
            }
            nextFrame();
        }
        return true;
    }

    @Override
    public int row() {
        return decoder.row();
    }

    @Override
    public int column() {
        return decoder.column();
    }

    @Override
    public long sum() {
        return decoder.sum();
    }

    @Override
    public void close() throws IOException {
        in.close();
    }

    private void nextFrame() throws IOException {
        decoder.reset(frame, readFrame(), name);
        readHeader();
    }

    private int readFrame() throws IOException {
        int length = header.getInt(2 * Integer.BYTES);
        if (length < 0 || length > frame.length) {
            throw damaged("a frame of " + length + " bytes");
        }
        if (in.readNBytes(frame, 0, length) != length) {
            throw damaged("the end of the file within a frame of " + length + " bytes");
        }
        checksum.reset();
        checksum.update(header.array(), 0, RunFormat.CHECKED_HEADER_BYTES);
        checksum.update(frame, 0, length);
        if ((int) checksum.getValue() != header.getInt(3 * Integer.BYTES)) {
            throw damaged("a frame of " + length + " bytes with another checksum");
        }
        offset += length;
        return length;
    }

    /** Reads the next frame's header, and sees whether the frame belongs to the bucket that is being read. */
    private void readHeader() throws IOException {
        if (in.readNBytes(header.array(), 0, RunFormat.HEADER_BYTES) < RunFormat.HEADER_BYTES) {
            throw damaged("the end of the file");
        }
        int order = compareToHeader();
        if (order < 0) {
            throw damaged("a bucket that comes too late");
        }
        headerWaits = order > 0;
        offset += RunFormat.HEADER_BYTES;
        if (header.getInt(0) == RunFormat.NO_BLOCK) {
            readEnd();
        }
    }

    private void readEnd() throws IOException {
        ended = true;
        headerWaits = false;
        if (readFrame() > 0 || in.read() >= 0) {
            throw damaged("data after the end");
        }
    }

    private int compareToHeader() {
        int newRowBlock = header.getInt(0);
        int newColumnBlock = header.getInt(Integer.BYTES);
        return newRowBlock != rowBlock
                ? Integer.compare(newRowBlock, rowBlock)
                : Integer.compare(newColumnBlock, columnBlock);
    }

    private WordloomException damaged(String found) {
        return new WordloomException(
                ExitCode.FORMAT,
                "counts in " + name + " are damaged near byte " + offset + ": expected a frame of sorted pairs, found "
                        + found + "; count again");
    }
}
