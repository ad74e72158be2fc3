package org.wordloom.jobs.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import org.junit.jupiter.api.Test;
import org.wordloom.cluster.replicas.ReplicaSummary;
import org.wordloom.cluster.replicas.RoundSummary;

class HogwildRunTest {
    @Test
    void oneReplicaDivergesFromNone() {
        assertThat(HogwildRun.line(summary(1, 3, Double.NaN)))
                .isEqualTo("1 replica in 3 rounds: 1.5 s merging, 6B of rows moved");
        assertThat(HogwildRun.line(summary(2, 1, 0.25)))
                .isEqualTo("2 replicas in 1 round: 0.5 s merging, 2B of rows moved, divergence 0.25");
    }

    private static ReplicaSummary summary(int replicas, int rounds, double divergence) {
        RoundSummary round = new RoundSummary(1, 10, 1, 0.5, 1, 1, 2, 3, divergence, 0.1, 1);
        return new ReplicaSummary(replicas, 1, "mean", 1, false, 0, 0, Collections.nCopies(rounds, round));
    }
}
