package org.wordloom.cluster.replicas;

import java.util.ArrayList;
import java.util.List;
import org.wordloom.corpus.ShardSlice;
import org.wordloom.train.Round;
import org.wordloom.train.StepSchedule;

/**
 * What a replica trains on in a round, in slices small enough that all of its threads end together. A pure function of the
 * corpus, the replicas and the steps, whatever the threads.
 *
 * <p>A round is one or more of the schedule's steps: with a given number of merges just one; where the time of a round
 * decides, steps are many and short.
 *
 * @param fromStep the first step
 * @param endStep the step after the last, which is of the same epoch
 */
record RoundSlices(StepSchedule schedule, int fromStep, int endStep) {
    private static final int SLICES_PER_ROUND = 32;
    /** To begin within a shard costs reading what is before. */
    private static final long LEAST_TOKENS = 20_000;

    /** Where all of the steps stand in training. */
    Round round() {
        return schedule.round(fromStep, endStep);
    }

    List<ShardSlice> of(int replica) {
        List<ShardSlice> joined = new ArrayList<>();
        for (int step = fromStep; step < endStep; step++) {
            schedule.slices(replica, step).forEach(slice -> append(slice, joined));
        }
        long tokens =
                joined.stream().mapToLong(slice -> slice.to() - slice.from()).sum();
        long most = Math.max(LEAST_TOKENS, tokens / SLICES_PER_ROUND);
        List<ShardSlice> slices = new ArrayList<>();
        joined.forEach(slice -> cut(slice, most, slices));
        return slices;
    }

    private static void append(ShardSlice slice, List<ShardSlice> joined) {
        ShardSlice last = joined.isEmpty() ? null : joined.get(joined.size() - 1);
        if (last != null && last.shard() == slice.shard() && last.to() == slice.from()) {
            joined.set(joined.size() - 1, new ShardSlice(last.shard(), last.from(), slice.to()));
        } else {
            joined.add(slice);
        }
    }

    private static void cut(ShardSlice slice, long most, List<ShardSlice> slices) {
        long tokens = slice.to() - slice.from();
        long count = Math.max(1, tokens / most);
        for (long n = 0; n < count; n++) {
            long from = slice.from() + tokens * n / count;
            long to = slice.from() + tokens * (n + 1) / count;
            slices.add(new ShardSlice(slice.shard(), from, to));
        }
    }
}
