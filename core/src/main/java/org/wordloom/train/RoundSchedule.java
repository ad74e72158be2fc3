package org.wordloom.train;

import java.util.ArrayList;
import java.util.List;
import org.wordloom.corpus.ShardSlice;

/**
 * Who trains what in which round: the shards lie end to end on one tape of tokens, replica r of R owns the r-th part of
 * it, and round m of an epoch's M is the m-th part of that. A pure function of the corpus, R and M. A replica meets the
 * same shards in every epoch, so that an executor may keep them.
 */
public final class RoundSchedule {
    private final long[] starts;
    private final int replicas;
    private final int merges;
    private final int epochs;

    /**
     * @param shardTokens tokens of each shard
     * @param replicas R
     * @param merges M, rounds an epoch
     */
    public RoundSchedule(long[] shardTokens, int replicas, int merges, int epochs) {
        if (replicas < 1 || merges < 1 || epochs < 1) {
            throw new IllegalArgumentException(
                    replicas + " replicas, " + merges + " merges and " + epochs + " epochs: all must be at least 1");
        }
        this.starts = new long[shardTokens.length + 1];
        for (int shard = 0; shard < shardTokens.length; shard++) {
            starts[shard + 1] = Math.addExact(starts[shard], shardTokens[shard]);
        }
        this.replicas = replicas;
        this.merges = merges;
        this.epochs = epochs;
    }

    public int replicas() {
        return replicas;
    }

    /** Rounds of all epochs. */
    public int rounds() {
        return Math.multiplyExact(merges, epochs);
    }

    public int epoch(int round) {
        return round / merges;
    }

    /** What the trainer must know of the round. */
    public Round round(int round) {
        long tokens = starts[starts.length - 1];
        long before = 0;
        long after = 0;
        for (int replica = 0; replica < replicas; replica++) {
            before += edge(replica, round % merges) - edge(replica, 0);
            after += edge(replica, round % merges + 1) - edge(replica, 0);
        }
        long epochsBefore = epoch(round) * tokens;
        return new Round(epoch(round), epochsBefore + before, epochsBefore + after, epochs * tokens);
    }

    /** What a replica trains on in a round. */
    public List<ShardSlice> slices(int replica, int round) {
        long from = edge(replica, round % merges);
        long to = edge(replica, round % merges + 1);
        List<ShardSlice> slices = new ArrayList<>();
        for (int shard = 0; shard < starts.length - 1; shard++) {
            long first = Math.max(from, starts[shard]);
            long end = Math.min(to, starts[shard + 1]);
            if (first < end) {
                slices.add(new ShardSlice(shard, first - starts[shard], end - starts[shard]));
            }
        }
        return slices;
    }

    /** Where on the tape round {@code merge} of a replica begins. */
    private long edge(int replica, int merge) {
        long tokens = starts[starts.length - 1];
        return share(tokens, (long) replica * merges + merge, (long) replicas * merges);
    }

    /** tokens · part / parts without overflow. */
    private static long share(long tokens, long part, long parts) {
        return tokens / parts * part + tokens % parts * part / parts;
    }
}
