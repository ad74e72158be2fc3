package org.wordloom.train;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.wordloom.corpus.ShardSlice;
import org.wordloom.corpus.ShardSource;

/** Hands out (epoch, slice) pairs in order. Threads wait for each other only at the very end of training. */
final class WorkQueue {
    private final int firstEpoch;
    private final List<ShardSlice> slices;
    private final long units;
    private final AtomicLong next = new AtomicLong();
    private volatile boolean stopped;

    WorkQueue(int firstEpoch, int epochs, List<ShardSlice> slices) {
        this.firstEpoch = firstEpoch;
        this.slices = slices;
        this.units = (long) epochs * slices.size();
    }

    /** All shards, as often as there are epochs. */
    static WorkQueue of(int epochs, ShardSource shards) {
        List<ShardSlice> slices = new ArrayList<>();
        for (int shard = 0; shard < shards.shards(); shard++) {
            slices.add(ShardSlice.whole(shards, shard));
        }
        return new WorkQueue(0, epochs, slices);
    }

    /** The next unit, or -1 when there is none. */
    long take() {
        long unit = next.getAndIncrement();
        return unit < units ? unit : -1;
    }

    int epoch(long unit) {
        return firstEpoch + (int) (unit / slices.size());
    }

    ShardSlice slice(long unit) {
        return slices.get((int) (unit % slices.size()));
    }

    /** Leaves nothing to take: the other threads end after the sentence they are at. */
    void stop() {
        stopped = true;
        next.set(units);
    }

    /** Whether {@link #stop} was called; a queue that merely ran dry lets the threads finish their last shard. */
    boolean stopped() {
        return stopped;
    }
}
