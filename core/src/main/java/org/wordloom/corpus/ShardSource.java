package org.wordloom.corpus;

import java.io.IOException;

/**
 * The encoded corpus that one executor trains on: a fixed list of shards, each readable any number of times. Shard
 * numbers are properties of the corpus, not of how a cluster partitioned it.
 */
public interface ShardSource {
    int shards();

    /** Tokens (ids, without sentence ends) in the shard. */
    long tokens(int shard);

    /** The number of the shard within the whole corpus, the same on every machine. */
    default long number(int shard) {
        return shard;
    }

    ShardReader open(int shard) throws IOException;
}
