package org.wordloom.cluster.cooccurrence;

import java.io.IOException;
import java.io.InputStream;

/** The next so many bytes of a stream, as a stream that ends there. Closing it leaves the other open. */
final class BoundedInputStream extends InputStream {
    private final InputStream in;
    private long left;

    BoundedInputStream(InputStream in, long length) {
        this.in = in;
        this.left = length;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] bytes, int from, int count) throws IOException {
        if (left == 0 && count > 0) {
            return -1;
        }
        int n = in.read(bytes, from, (int) Math.min(count, left));
        left -= Math.max(n, 0);
        return n;
    }
}
