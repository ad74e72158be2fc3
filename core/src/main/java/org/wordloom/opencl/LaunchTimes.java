package org.wordloom.opencl;

import java.util.Arrays;

/** How many items to launch at once, from how long the launches before took. */
final class LaunchTimes {
    /** Items of an operation's first launch; the next may have four times as many. */
    private static final int FIRST_SLICE = 512;

    private static final int GROWTH = 4;
    /** Work-items of a launch are counted in an int, and a group may compute an item. */
    private static final int MAX_SLICE = 1 << 23;

    private final long limitNanos;
    private int[] slices = new int[4];
    private long launches;
    private long longest;

    LaunchTimes(long limitNanos) {
        this.limitNanos = limitNanos;
    }

    /** Items of the next launch of an operation. */
    int slice(int op) {
        if (op >= slices.length) {
            slices = Arrays.copyOf(slices, 2 * op);
        }
        if (slices[op] == 0) {
            slices[op] = FIRST_SLICE;
        }
        return slices[op];
    }

    /** Learns from a launch: the next aims at half the limit. */
    void took(int op, int items, long nanos) {
        launches++;
        longest = Math.max(longest, nanos);
        int slice = slice(op);
        // A shorter launch, the last of a batch, says something only when it took too long all the same.
        if (items == slice || nanos > limitNanos / 2) {
            long fitting = (long) (items * (limitNanos / 2.0) / Math.max(1, nanos));
            long next = Math.min(Math.min(fitting, (long) slice * GROWTH), MAX_SLICE);
            slices[op] = (int) Math.max(DeviceSession.GROUP, next / DeviceSession.GROUP * DeviceSession.GROUP);
        }
    }

    long launches() {
        return launches;
    }

    long longestNanos() {
        return longest;
    }
}
