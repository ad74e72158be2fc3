package org.wordloom.cluster.cooccurrence;

import java.util.ArrayList;
import java.util.List;
import org.wordloom.cluster.encoding.EncodedCorpus;

/**
 * Divides shards among map tasks. Pairs of one task are summed before the shuffle, so few large tasks move less than many
 * small ones: as many as there are cores, and so many times that as keeps a task from losing too much when it fails. This
 * decides only who counts what.
 */
public final class ShardGroups {
    /** About a gigabyte and a half of text. */
    static final long MOST_TOKENS = 256L << 20;

    /** Below this a task costs more than it counts. */
    private static final long LEAST_TOKENS = 1L << 17;

    private ShardGroups() {}

    public static List<ArrayList<EncodedCorpus.Shard>> of(List<EncodedCorpus.Shard> shards, int cores) {
        long tokens = shards.stream().mapToLong(EncodedCorpus.Shard::tokens).sum();
        long rounds = (tokens - 1) / (MOST_TOKENS * cores) + 1;
        long tasks = Math.max(1, Math.min(rounds * cores, tokens / LEAST_TOKENS));
        return split(shards, tokens, (int) Math.min(tasks, shards.size()));
    }

    /** Consecutive shards with about the same number of tokens for each task. */
    private static List<ArrayList<EncodedCorpus.Shard>> split(
            List<EncodedCorpus.Shard> shards, long tokens, int tasks) {
        List<ArrayList<EncodedCorpus.Shard>> groups = new ArrayList<>();
        ArrayList<EncodedCorpus.Shard> group = new ArrayList<>();
        long done = 0;
        for (EncodedCorpus.Shard shard : shards) {
            group.add(shard);
            done += shard.tokens();
            if ((double) done * tasks >= (double) tokens * (groups.size() + 1)) {
                groups.add(group);
                group = new ArrayList<>();
            }
        }
        if (!group.isEmpty()) {
            groups.add(group);
        }
        return groups;
    }
}
