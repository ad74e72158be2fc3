package org.wordloom.train;

import java.util.ArrayList;
import java.util.List;
import org.wordloom.corpus.ShardSlice;

/**
 * Who trains what in which step: the shards lie end to end on one tape of tokens, replica r of R owns the r-th part of it,
 * and step s of an epoch's S is the s-th part of that. A pure function of the corpus, R and S. A round, after which the
 * replicas are merged, takes one or more steps of an epoch. A replica meets the same shards in every epoch, so that an
 * executor may keep them.
 */
public final class StepSchedule {
    private final long[] starts;
    private final int replicas;
    private final int stepsPerEpoch;
    private final int epochs;

    /**
     * @param shardTokens tokens of each shard
     * @param replicas R
     * @param stepsPerEpoch S
     * @param epochs passes over the corpus
     */
    public StepSchedule(long[] shardTokens, int replicas, int stepsPerEpoch, int epochs) {
        if (replicas < 1 || stepsPerEpoch < 1 || epochs < 1) {
            throw new IllegalArgumentException(replicas + " replicas, " + stepsPerEpoch + " steps and " + epochs
                    + " epochs: all must be at least 1");
        }
        this.starts = new long[shardTokens.length + 1];
        for (int shard = 0; shard < shardTokens.length; shard++) {
            starts[shard + 1] = Math.addExact(starts[shard], shardTokens[shard]);
        }
        this.replicas = replicas;
        this.stepsPerEpoch = stepsPerEpoch;
        this.epochs = epochs;
    }

    public int replicas() {
        return replicas;
    }

    /** Steps of all epochs. */
    public int steps() {
        return Math.multiplyExact(stepsPerEpoch, epochs);
    }

    public int epoch(int step) {
        return step / stepsPerEpoch;
    }

    /**
     * What the trainer must know of a round.
     *
     * @param fromStep its first step
     * @param endStep the step after its last, which is of the same epoch
     */
    public Round round(int fromStep, int endStep) {
        long tokens = starts[starts.length - 1];
        long before = 0;
        long after = 0;
        for (int replica = 0; replica < replicas; replica++) {
            before += edge(replica, fromStep % stepsPerEpoch) - edge(replica, 0);
            after += edge(replica, (endStep - 1) % stepsPerEpoch + 1) - edge(replica, 0);
        }
        int epoch = epoch(fromStep);
        long epochsBefore = epoch * tokens;
        return new Round(epoch, epochsBefore + before, epochsBefore + after, epochs * tokens);
    }

    /** What a replica trains on in a step. */
    public List<ShardSlice> slices(int replica, int step) {
        long from = edge(replica, step % stepsPerEpoch);
        long to = edge(replica, step % stepsPerEpoch + 1);
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

    /** Where on the tape a step of a replica begins, counted within the epoch. */
    private long edge(int replica, int step) {
        long tokens = starts[starts.length - 1];
        return share(tokens, (long) replica * stepsPerEpoch + step, (long) replicas * stepsPerEpoch);
    }

    /** tokens · part / parts without overflow. */
    private static long share(long tokens, long part, long parts) {
        return tokens / parts * part + tokens % parts * part / parts;
    }
}
