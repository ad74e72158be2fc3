package org.wordloom.cluster.replicas;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.wordloom.base.CounterRandom;
import org.wordloom.cluster.replicas.ReplicaOptions.Rows;
import org.wordloom.train.ArchitectureChoice;
import org.wordloom.train.ObjectiveChoice;
import org.wordloom.train.TrainingOptions;

class ReplicaMemoryTest {
    private static final TrainingOptions OPTIONS =
            TrainingOptions.builder(ArchitectureChoice.CBOW).dim(100).threads(1).build();

    @Test
    void expectsTheWordsThatATextHas() {
        long[] counts = new long[1000];
        for (int word = 0; word < counts.length; word++) {
            counts[word] = 1_000_000 / (word + 1);
        }
        ReplicaMemory memory = ReplicaMemory.of(OPTIONS, counts, 2000);
        // A million draws of the noise leave no word out.
        assertThat(memory.setRows() - 1000).isCloseTo(distinct(counts, 2000), within(40L));
    }

    @Test
    void countsOfATerabyteDoNotOverflow() {
        long[] counts = new long[1000];
        Arrays.fill(counts, 10_000_000_000L);
        ReplicaMemory memory = ReplicaMemory.of(OPTIONS, counts, 1_000_000_000);
        assertThat(memory.setRows()).isEqualTo(2000);
    }

    @Test
    void wideVectorsNeedRoomForTheCurvature() {
        long[] counts = new long[1000];
        Arrays.fill(counts, 5);
        TrainingOptions wide = OPTIONS.toBuilder().dim(2048).threads(15).build();
        assertThat(ReplicaMemory.of(wide, counts, 100).tableBytes()).isGreaterThan(16L * 2 * 2048 * 2048 * 8);
    }

    private static long distinct(long[] counts, int draws) {
        long all = Arrays.stream(counts).sum();
        boolean[] met = new boolean[counts.length];
        for (int draw = 0; draw < draws; draw++) {
            long at = Math.floorMod(CounterRandom.at(3, draw), all);
            int word = 0;
            while (at >= counts[word]) {
                at -= counts[word++];
            }
            met[word] = true;
        }
        long distinct = 0;
        for (boolean one : met) {
            distinct += one ? 1 : 0;
        }
        return distinct;
    }

    @Test
    void takesAllRowsWhenTheyFitAndAWorkingSetElse() {
        ReplicaMemory memory = new ReplicaMemory(1_000_000, 100 << 20, 2_000_000, 200_000, 424);
        assertThat(memory.workingSets(Rows.AUTO, 2L << 30)).isFalse();
        assertThat(memory.workingSets(Rows.AUTO, 512L << 20)).isTrue();
        assertThat(memory.workingSets(Rows.WORKING_SET, 2L << 30)).isTrue();
    }

    @Test
    void refusesWhatFitsInNoWayWithTheArithmetic() {
        ReplicaMemory memory = new ReplicaMemory(1_000_000, 100 << 20, 2_000_000, 200_000, 424);
        assertThatThrownBy(() -> memory.workingSets(Rows.AUTO, 200L << 20))
                .hasMessageContaining("2,000,000 rows of 424 bytes needs 909 MB")
                .hasMessageContaining("200,000 rows needs 185 MB")
                .hasMessageContaining("heap of 200 MB 150 MB");
        assertThatThrownBy(() -> memory.workingSets(Rows.ALL, 512L << 20)).hasMessageNotContaining("working set");
    }

    @Test
    void expectsTheNodesAboveTheWordsOfAText() {
        long[] counts = new long[100_000];
        Arrays.fill(counts, 5);
        TrainingOptions tree = OPTIONS.toBuilder()
                .objective(ObjectiveChoice.HIERARCHICAL_SOFTMAX)
                .build();
        ReplicaMemory memory = ReplicaMemory.of(tree, counts, 1000);
        // A thousand words of a tree of equal paths: 999 nodes where they part, and 7 or so after that for each.
        assertThat(memory.setRows()).isBetween(5_000L, 12_000L);
        assertThat(memory.workingSets(Rows.AUTO, 64L << 20)).isTrue();
    }
}
