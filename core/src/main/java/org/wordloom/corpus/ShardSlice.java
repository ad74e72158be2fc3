package org.wordloom.corpus;

import java.io.Serializable;

/**
 * Some of a shard's sentences: those that begin at a token of this range. A sentence belongs to one slice of a shard that
 * is cut into ranges, whatever the ranges.
 *
 * @param shard index within its {@link ShardSource}
 * @param from the first token of the range, from 0
 * @param to its end, exclusive
 */
public record ShardSlice(int shard, long from, long to) implements Serializable {
    public static ShardSlice whole(ShardSource shards, int shard) {
        return new ShardSlice(shard, 0, shards.tokens(shard));
    }
}
