package org.wordloom.cluster.storage;

import java.io.IOException;
import org.apache.hadoop.fs.FSDataInputStream;
import org.apache.hadoop.fs.FSError;
import org.apache.hadoop.fs.FSInputStream;

/**
 * A file of a local disk being read. Where the disk fails Hadoop throws an {@link Error}, which every reader would have to
 * know of and Spark takes for the end of an executor; here it is the {@link IOException} that it was.
 */
final class LocalInput extends FSInputStream {
    private final FSDataInputStream in;

    LocalInput(FSDataInputStream in) {
        this.in = in;
    }

    @Override
    public int read() throws IOException {
        return failing(in::read);
    }

    @Override
    public int read(byte[] bytes, int from, int count) throws IOException {
        return failing(() -> in.read(bytes, from, count));
    }

    @Override
    public int read(long position, byte[] bytes, int from, int count) throws IOException {
        return failing(() -> in.read(position, bytes, from, count));
    }

    @Override
    public void seek(long position) throws IOException {
        in.seek(position);
    }

    @Override
    public long getPos() throws IOException {
        return in.getPos();
    }

    @Override
    public boolean seekToNewSource(long position) throws IOException {
        return in.seekToNewSource(position);
    }

    @Override
    public int available() throws IOException {
        return in.available();
    }

    @Override
    public void close() throws IOException {
        in.close();
    }

    private static int failing(Read read) throws IOException {
        try {
            return read.bytes();
        } catch (FSError e) {
            throw e.getCause() instanceof IOException cause ? cause : new IOException(e);
        }
    }

    private interface Read {
        int bytes() throws IOException;
    }
}
