package org.wordloom.train;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import org.wordloom.corpus.MemoryShards;
import org.wordloom.corpus.ShardReader;
import org.wordloom.corpus.ShardSource;

/** Shards that never end, so that only a thread that heeds the others' failure ever stops; the first may fail. */
final class EndlessShards implements ShardSource {
    /** Opens the first shard, usually by failing. */
    interface First {
        ShardReader open() throws IOException;
    }

    private static final int VOCABULARY = 20;
    private static final int HEADER_BYTES = 8;
    private static final int TRAILER_BYTES = 20;

    private final First first;

    EndlessShards(First first) {
        this.first = first;
    }

    static long[] counts() {
        long[] counts = new long[VOCABULARY];
        Arrays.fill(counts, 5);
        return counts;
    }

    static ShardReader endless() throws IOException {
        int[] sentence = new int[500];
        Arrays.setAll(sentence, k -> k % VOCABULARY);
        return new ShardReader(new Endless(MemoryShards.encode(sentence)), "endless", VOCABULARY);
    }

    @Override
    public int shards() {
        return 4;
    }

    @Override
    public long tokens(int shard) {
        return 1_000_000_000_000L;
    }

    @Override
    public ShardReader open(int shard) throws IOException {
        return shard == 0 ? first.open() : endless();
    }

    /** A shard's header, and then its only block again and again. */
    private static final class Endless extends InputStream {
        private final byte[] shard;
        private int at;

        Endless(byte[] shard) {
            this.shard = shard;
        }

        @Override
        public int read() {
            if (at == shard.length - TRAILER_BYTES) {
                at = HEADER_BYTES;
            }
            return shard[at++] & 0xFF;
        }

        @Override
        public int read(byte[] target, int from, int length) {
            for (int k = 0; k < length; k++) {
                target[from + k] = (byte) read();
            }
            return length;
        }
    }
}
