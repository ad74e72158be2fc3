package org.wordloom.cluster.cooccurrence;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class MergeOutcomeTest {
    /** Reduce tasks are as many as the cluster wants, and their results come in any order. */
    @Test
    void whatWasLeftOutIsTheSameInWhateverOrderResultsCome() {
        long even = 1L << 53; // the next double is two above
        double forwards = lostWeight(List.of(even, 1L, 1L));
        assertThat(lostWeight(List.of(1L, 1L, even))).isEqualTo(forwards);
        assertThat(lostWeight(List.of(even + 2))).isEqualTo(forwards);
    }

    private static double lostWeight(List<Long> units) {
        MergeOutcome merged = new MergeOutcome(new SumCollector(1, true));
        for (long lost : units) {
            merged.add(new MergeResult(new ArrayList<>(), 1, BigInteger.valueOf(lost)));
        }
        return merged.totals(0, 1).lostWeight();
    }
}
