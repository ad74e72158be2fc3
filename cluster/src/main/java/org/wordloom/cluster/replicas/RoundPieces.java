package org.wordloom.cluster.replicas;

import java.util.ArrayList;
import java.util.List;
import org.wordloom.corpus.ShardSlice;
import org.wordloom.train.Round;
import org.wordloom.train.RoundSchedule;

/**
 * What a replica trains on in a round, in pieces small enough that all of its threads end together. A pure function of the
 * corpus, the replicas and the steps, whatever the threads.
 *
 * <p>A round is one or more of the schedule's steps: with a given number of merges just one; where the time of a round
 * decides, steps are many and short.
 *
 * @param schedule its merges are steps here
 * @param from the first step
 * @param to behind the last step, of the same epoch
 */
record RoundPieces(RoundSchedule schedule, int from, int to) {
    private static final int PIECES = 32;
    /** To begin within a shard costs reading what is before. */
    private static final long LEAST_TOKENS = 20_000;

    /** Where all of the steps stand in training. */
    Round round() {
        Round first = schedule.round(from);
        Round last = schedule.round(to - 1);
        return new Round(first.epoch(), first.wordsBefore(), last.wordsAfter(), first.totalWords());
    }

    List<ShardSlice> of(int replica) {
        List<ShardSlice> joined = new ArrayList<>();
        for (int step = from; step < to; step++) {
            schedule.slices(replica, step).forEach(slice -> append(slice, joined));
        }
        long tokens =
                joined.stream().mapToLong(slice -> slice.to() - slice.from()).sum();
        long piece = Math.max(LEAST_TOKENS, tokens / PIECES);
        List<ShardSlice> pieces = new ArrayList<>();
        joined.forEach(slice -> cut(slice, piece, pieces));
        return pieces;
    }

    private static void append(ShardSlice slice, List<ShardSlice> joined) {
        ShardSlice last = joined.isEmpty() ? null : joined.get(joined.size() - 1);
        if (last != null && last.shard() == slice.shard() && last.to() == slice.from()) {
            joined.set(joined.size() - 1, new ShardSlice(last.shard(), last.from(), slice.to()));
        } else {
            joined.add(slice);
        }
    }

    private static void cut(ShardSlice slice, long piece, List<ShardSlice> pieces) {
        long tokens = slice.to() - slice.from();
        long count = Math.max(1, tokens / piece);
        for (long n = 0; n < count; n++) {
            long from = slice.from() + tokens * n / count;
            long to = slice.from() + tokens * (n + 1) / count;
            pieces.add(new ShardSlice(slice.shard(), from, to));
        }
    }
}
