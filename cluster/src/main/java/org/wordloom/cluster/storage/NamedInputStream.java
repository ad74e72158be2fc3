package org.wordloom.cluster.storage;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/**
 * A file being read: what goes wrong then, a failing disk for instance, is an input error that names the file, however far
 * from here the bytes are wanted. Belongs below a buffer, so that it costs nothing.
 */
public final class NamedInputStream extends FilterInputStream {
    private final String path;

    public NamedInputStream(InputStream in, String path) {
        super(in);
        this.path = path;
    }

    @Override
    public int read() {
        try {
            return in.read();
        } catch (IOException e) {
            throw Storage.unreadable(path, e);
        }
    }

    @Override
    public int read(byte[] bytes, int from, int count) {
        try {
            return in.read(bytes, from, count);
        } catch (IOException e) {
            throw Storage.unreadable(path, e);
        }
    }
}
