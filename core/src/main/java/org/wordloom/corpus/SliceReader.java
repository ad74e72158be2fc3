package org.wordloom.corpus;

import java.io.Closeable;
import java.io.IOException;

/** Reads the sentences of a slice: those that begin within it. Longer ones than the caller's array come in pieces. */
public final class SliceReader implements Closeable {
    private final ShardReader reader;
    private final ShardSlice slice;
    private final boolean toTheEnd;
    private long position;

    public SliceReader(ShardSource shards, ShardSlice slice) throws IOException {
        this.reader = shards.open(slice.shard());
        this.slice = slice;
        this.toTheEnd = slice.to() >= shards.tokens(slice.shard());
    }

    /**
     * Reads the next sentence, or piece of one. A piece belongs to the slice in which it begins, so that all readers of a
     * shard must use arrays of one length.
     *
     * @return how many ids were read; 0 only at the end of the slice. The end of a shard is read for its checks.
     */
    public int read(int[] ids) throws IOException {
        while (position < slice.to() || toTheEnd) {
            int n = reader.read(ids);
            boolean within = position >= slice.from();
            position += n;
            if (within || n == 0) {
                return n;
            }
        }
        return 0;
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }
}
