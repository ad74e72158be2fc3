package org.wordloom.cluster.input;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.apache.hadoop.fs.FSError;

/** Marks the failures of reading what is stored, so that they are told from those of whoever decompresses it. */
public final class StoredInputStream extends FilterInputStream {
    private static final int MAX_CAUSES = 50;

    public StoredInputStream(InputStream in) {
        super(in);
    }

    @Override
    public int read() throws IOException {
        try {
            return in.read();
        } catch (IOException e) {
            throw new StorageFailure(e);
        } catch (FSError e) { // so the local file system has it
            throw new StorageFailure(e.getCause() instanceof IOException cause ? cause : new IOException(e));
        }
    }

    @Override
    public int read(byte[] bytes, int from, int count) throws IOException {
        try {
            return in.read(bytes, from, count);
        } catch (IOException e) {
            throw new StorageFailure(e);
        } catch (FSError e) { // so the local file system has it
            throw new StorageFailure(e.getCause() instanceof IOException cause ? cause : new IOException(e));
        }
    }

    /** What reading failed with, if that is why {@code thrown} was; else null. */
    public static IOException failure(Throwable thrown) {
        Throwable at = thrown;
        for (int depth = 0; at != null && depth < MAX_CAUSES; depth++) {
            if (at instanceof StorageFailure failure) {
                return failure.stored;
            }
            at = at.getCause();
        }
        return null;
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
