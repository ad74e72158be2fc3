package org.wordloom.cluster.storage;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import org.apache.hadoop.fs.FSError;

/**
 * A file being written: what goes wrong then, a full disk for instance, is an output error that names the file. Hadoop's
 * local file system even throws an {@link Error}. Belongs below a buffer, so that it costs nothing.
 */
public final class StoredOutputStream extends FilterOutputStream {
    private final String path;

    public StoredOutputStream(OutputStream out, String path) {
        super(out);
        this.path = path;
    }

    @Override
    public void write(int b) {
        named(() -> out.write(b));
    }

    @Override
    public void write(byte[] bytes, int from, int count) {
        named(() -> out.write(bytes, from, count));
    }

    @Override
    public void flush() {
        named(out::flush);
    }

    @Override
    public void close() {
        named(super::close);
    }

    private void named(Action action) {
        try {
            action.run();
        } catch (FSError e) {
            throw Storage.unwritable(path, e.getCause() instanceof IOException cause ? cause : new IOException(e));
        } catch (IOException e) {
            throw Storage.unwritable(path, e);
        }
    }

    private interface Action {
        void run() throws IOException;
    }
}
