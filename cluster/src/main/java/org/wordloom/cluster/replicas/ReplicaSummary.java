package org.wordloom.cluster.replicas;

import java.io.Serializable;
import java.util.List;

/**
 * How replicas were trained and merged.
 *
 * @param replicas R
 * @param executors that there were
 * @param rule how changes were merged
 * @param replicaBytes of heap that a replica needs
 * @param workingSets whether replicas held only the rows that their text needed
 * @param checkpoints how many were written
 * @param resumedAt rounds that a checkpoint spared this run
 * @param rounds of this run
 */
public record ReplicaSummary(
        int replicas,
        int executors,
        String rule,
        long replicaBytes,
        boolean workingSets,
        int checkpoints,
        int resumedAt,
        List<RoundSummary> rounds)
        implements Serializable {
    public ReplicaSummary {
        rounds = List.copyOf(rounds);
    }

    public double mergeSeconds() {
        return rounds.stream().mapToDouble(RoundSummary::mergeSeconds).sum();
    }

    public long bytesMoved() {
        return rounds.stream().mapToLong(RoundSummary::bytesMoved).sum();
    }

    /** The mean divergence over rounds in which replicas changed rows in common; NaN without any. */
    public double divergence() {
        return rounds.stream()
                .mapToDouble(RoundSummary::divergence)
                .filter(value -> !Double.isNaN(value))
                .average()
                .orElse(Double.NaN);
    }
}
