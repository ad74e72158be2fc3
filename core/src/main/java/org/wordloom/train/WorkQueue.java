package org.wordloom.train;

import java.util.concurrent.atomic.AtomicLong;

/** Hands out (epoch, shard) pairs in order. Threads wait for each other only at the very end of training. */
final class WorkQueue {
    private final int shards;
    private final long units;
    private final AtomicLong next = new AtomicLong();
    private volatile boolean stopped;

    WorkQueue(int epochs, int shards) {
        this.shards = shards;
        this.units = (long) epochs * shards;
    }

    /** The next unit, or -1 when there is none. */
    long take() {
        long unit = next.getAndIncrement();
        return unit < units ? unit : -1;
    }

    int epoch(long unit) {
        return (int) (unit / shards);
    }

    int shard(long unit) {
        return (int) (unit % shards);
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
