package org.wordloom.cluster.input;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.wordloom.base.Causes;

/** Marks the failures of reading what is stored, so that they are told from those of whoever decompresses it. */
public final class StoredInputStream extends FilterInputStream {
    public StoredInputStream(InputStream in) {
        super(in);
    }

    @Override
    public int read() throws IOException {
        try {
            return in.read();
        } catch (IOException e) {
            throw new StorageFailure(e);
        }
    }

    @Override
    public int read(byte[] bytes, int from, int count) throws IOException {
        try {
            return in.read(bytes, from, count);
        } catch (IOException e) {
            throw new StorageFailure(e);
        }
    }

    /** What reading failed with, if that is why {@code thrown} was; else null. */
    public static IOException failure(Throwable thrown) {
        return Causes.of(thrown)
                .filter(StorageFailure.class::isInstance)
                .findFirst()
                .map(failure -> ((StorageFailure) failure).stored)
                .orElse(null);
    }

    private static final class StorageFailure extends IOException {
        private static final long serialVersionUID = 1L;

        private final IOException stored;

        StorageFailure(IOException stored) {
            super(stored.getMessage(), stored);
            this.stored = stored;
        }
    }
}
