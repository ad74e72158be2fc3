package org.wordloom.cluster.storage;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.zip.CRC32C;

/** Counts and checksums what passes, and tells the sums once when it is closed. */
public final class ChecksumOutputStream extends FilterOutputStream {
    private final CRC32C checksum = new CRC32C();
    private final Completion completion;
    private long length;
    private boolean closed;

    /** Hears of a stream that was closed without an error. Whether all was written before, its writer knows. */
    @FunctionalInterface
    public interface Completion {
        void closed(long length, int crc32c);
    }

    public ChecksumOutputStream(OutputStream out, Completion completion) {
        super(out);
        this.completion = completion;
    }

    /** Bytes written so far. */
    public long length() {
        return length;
    }

    @Override
    public void write(int b) throws IOException {
        out.write(b);
        checksum.update(b);
        length++;
    }

    @Override
    public void write(byte[] bytes, int from, int count) throws IOException {
        out.write(bytes, from, count);
        checksum.update(bytes, from, count);
        length += count;
    }

    @Override
    public void close() throws IOException {
        if (!closed) {
            closed = true;
            super.close();
            completion.closed(length, (int) checksum.getValue());
        }
    }
}
