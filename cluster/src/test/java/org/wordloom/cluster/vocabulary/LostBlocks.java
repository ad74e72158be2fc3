package org.wordloom.cluster.vocabulary;

import java.io.EOFException;
import java.io.IOException;
import java.net.URI;
import org.apache.hadoop.fs.FSDataInputStream;
import org.apache.hadoop.fs.FSInputStream;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.RawLocalFileSystem;

/** This machine's files under the scheme "lost", of which only the first half can be read. */
public final class LostBlocks extends RawLocalFileSystem {
    static final String SETTING = "fs.lost.impl";
    static final String MESSAGE = "could not obtain block 7";

    @Override
    public URI getUri() {
        return URI.create("lost:///");
    }

    @Override
    public FSDataInputStream open(Path path, int bufferBytes) throws IOException {
        return new FSDataInputStream(
                new Half(super.open(path, bufferBytes), getFileStatus(path).getLen() / 2));
    }

    private static final class Half extends FSInputStream {
        private final FSDataInputStream in;
        private final long length;

        Half(FSDataInputStream in, long length) {
            this.in = in;
            this.length = length;
        }

        @Override
        public int read() throws IOException {
            if (getPos() >= length) {
                throw new EOFException(MESSAGE);
            }
            return in.read();
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
        public boolean seekToNewSource(long position) {
            return false;
        }

        @Override
        public void close() throws IOException {
            in.close();
        }
    }
}
