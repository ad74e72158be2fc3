package org.wordloom.cooccurrence;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.util.zip.CRC32C;

/** Writes a run frame by frame, as {@link RunFormat} describes. */
final class FrameWriter implements Closeable {
    private final OutputStream out;
    private final ByteBuffer header = ByteBuffer.allocate(RunFormat.HEADER_BYTES);
    private final CRC32C checksum = new CRC32C();
    private long written;

    FrameWriter(OutputStream out) {
        this.out = out;
    }

    void write(int rowBlock, int columnBlock, byte[] packed) throws IOException {
        header.clear().putInt(rowBlock).putInt(columnBlock).putInt(packed.length);
        checksum.reset();
        checksum.update(header.array(), 0, RunFormat.CHECKED_HEADER_BYTES);
        checksum.update(packed, 0, packed.length);
        header.putInt((int) checksum.getValue());
        out.write(header.array(), 0, RunFormat.HEADER_BYTES);
        out.write(packed, 0, packed.length);
        written += RunFormat.HEADER_BYTES + packed.length;
    }

    /** Bytes written so far. */
    long written() {
        return written;
    }

    /** Marks the end of a run that is complete, and closes it. */
    void finish() throws IOException {
        try (out) {
            write(RunFormat.NO_BLOCK, RunFormat.NO_BLOCK, new byte[0]);
        }
    }

    /** Closes the file without the mark: nobody will read it. */
    @Override
    public void close() throws IOException {
        out.close();
    }
}
