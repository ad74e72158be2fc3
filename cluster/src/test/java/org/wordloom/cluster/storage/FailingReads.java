package org.wordloom.cluster.storage;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FSDataInputStream;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.PositionedReadable;
import org.apache.hadoop.fs.RawLocalFileSystem;
import org.apache.hadoop.fs.Seekable;

/** Local files by paths with the scheme "failing": they open, but no byte of them can be read, as on a disk that fails. */
public final class FailingReads extends RawLocalFileSystem {
    static final String SCHEME = "failing";

    /** A configuration that knows the scheme. */
    public static Configuration configure(Configuration configuration) {
        configuration.setClass("fs." + SCHEME + ".impl", FailingReads.class, FileSystem.class);
        return configuration;
    }

    /** The path of a local file that cannot be read. */
    public static String path(java.nio.file.Path file) {
        return SCHEME + ":" + file.toAbsolutePath();
    }

    @Override
    public URI getUri() {
        return URI.create(SCHEME + ":///");
    }

    @Override
    public FSDataInputStream open(Path file, int bufferBytes) throws IOException {
        return new FSDataInputStream(new Failing(super.open(file, bufferBytes)));
    }

    private static final class Failing extends FilterInputStream implements Seekable, PositionedReadable {
        Failing(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            throw new IOException("Input/output error");
        }

        @Override
        public int read(byte[] bytes, int from, int count) throws IOException {
            throw new IOException("Input/output error");
        }

        @Override
        public void seek(long position) {
            // Every place is as bad.
        }

        @Override
        public long getPos() {
            return 0;
        }

        @Override
        public boolean seekToNewSource(long position) {
            return false;
        }

        @Override
        public int read(long position, byte[] bytes, int from, int count) throws IOException {
            return read();
        }

        @Override
        public void readFully(long position, byte[] bytes, int from, int count) throws IOException {
            read();
        }

        @Override
        public void readFully(long position, byte[] bytes) throws IOException {
            read();
        }
    }
}
