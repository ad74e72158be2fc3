package org.wordloom.cluster.encoding;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.wordloom.base.ExitCode;
import org.wordloom.base.WordloomException;
import org.wordloom.cluster.storage.NamedInputStream;
import org.wordloom.cluster.storage.Storage;
import org.wordloom.corpus.ShardReader;
import org.wordloom.corpus.ShardSource;

/** Some shards of an encoded corpus, read from storage. */
public final class StoredShards implements ShardSource {
    private static final int READ_BUFFER_BYTES = 1 << 17;

    private final Storage storage;
    private final List<EncodedCorpus.Shard> shards;
    private final int vocabularySize;

    public StoredShards(Storage storage, List<EncodedCorpus.Shard> shards, int vocabularySize) {
        this.storage = storage;
        this.shards = shards;
        this.vocabularySize = vocabularySize;
    }

    @Override
    public int shards() {
        return shards.size();
    }

    @Override
    public long tokens(int shard) {
        return shards.get(shard).tokens();
    }

    @Override
    public long number(int shard) {
        return shards.get(shard).number();
    }

    @Override
    public ShardReader open(int shard) throws IOException {
        EncodedCorpus.Shard stored = shards.get(shard);
        long length = storage.size(stored.path());
        if (length != stored.length()) {
            throw new WordloomException(
                    ExitCode.FORMAT,
                    "shard " + stored.path() + " has " + length + " bytes instead of " + stored.length()
                            + "; encode again");
        }
        InputStream file = new NamedInputStream(storage.open(stored.path()), stored.path());
        InputStream in = new BufferedInputStream(file, READ_BUFFER_BYTES);
        try {
            return new ShardReader(in, stored.path(), vocabularySize);
        } catch (IOException | RuntimeException e) { // what is no shard
            in.close();
            throw e;
        }
    }
}
