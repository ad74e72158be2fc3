package org.wordloom.cluster.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.wordloom.base.ExitCode;
import org.wordloom.base.WordloomException;
import org.wordloom.cluster.checkpoint.CheckpointUnit;
import org.wordloom.cluster.checkpoint.EarlierRun;
import org.wordloom.cluster.replicas.ReplicaOptions;
import org.wordloom.cluster.schedule.ScheduleChoice.Kind;
import org.wordloom.cluster.strata.StrataCost;
import org.wordloom.cooccurrence.BucketNumbers;
import org.wordloom.train.ArchitectureChoice;
import org.wordloom.train.ObjectiveChoice;
import org.wordloom.train.TrainingOptions;

class SchedulerTest {
    private static final long GB = 1L << 30;
    private static final TrainingOptions SKIPGRAM =
            TrainingOptions.builder(ArchitectureChoice.SKIPGRAM).build();
    private static final TrainingOptions CBOW =
            TrainingOptions.builder(ArchitectureChoice.CBOW).build();
    private static final TrainingOptions TREE =
            SKIPGRAM.toBuilder().objective(ObjectiveChoice.HIERARCHICAL_SOFTMAX).build();

    @Test
    void oneExecutorThatHoldsTheModelTrainsOneReplica() {
        ScheduleChoice choice = auto(SKIPGRAM, 50_000, new ClusterSize(true, 1, 8, 4 * GB));
        assertThat(choice.kind()).isEqualTo(Kind.ONE_REPLICA);
        assertThat(choice.bytesMoved()).isZero();
        assertThat(choice.reasons()).singleElement().asString().contains("one executor", "4,096 MB", "no rows move");
    }

    @Test
    void severalExecutorsTrainSkipGramByStrata() {
        ClusterSize cluster = new ClusterSize(false, 10, 8, 8 * GB);
        ScheduleChoice choice = auto(SKIPGRAM, 500_000, cluster);
        assertThat(choice.kind()).isEqualTo(Kind.STRATA);
        assertThat(choice.blocks()).isGreaterThanOrEqualTo(80);
        assertThat(8 * choice.taskBytes()).isLessThan(cluster.heapBytes());
        assertThat(choice.reasons().get(0)).contains("sum over pairs of rows");
        assertThat(choice.reasons().get(1)).contains("8,192 MB", "MB of rows", "MB of pairs");
    }

    /** The most blocks there are keep as many cores busy; what more there are is idle. */
    @Test
    void moreCoresThanBlocksTrainTheMostBlocksThereAre() {
        for (int executors : new int[] {64, 65, 100, 1000}) {
            ScheduleChoice choice = auto(SKIPGRAM, 500_000, new ClusterSize(false, executors, 16, 48 * GB));
            assertThat(choice.kind()).isEqualTo(Kind.STRATA);
            assertThat(choice.blocks()).isEqualTo(BucketNumbers.MOST_BLOCKS);
        }
    }

    /** 600 blocks do not fit the heap, half of which visits share; twice as many are too many. */
    @Test
    void theMostBlocksThereAreAreTriedToo() {
        ClusterSize cluster = new ClusterSize(false, 75, 8, 102L << 20);
        ScheduleChoice choice = strata(cluster, StrataRequest.ANY, 900_000);
        assertThat(choice.blocks()).isEqualTo(BucketNumbers.MOST_BLOCKS);
        assertThat(new StrataRequest(600, 0, 0, false))
                .satisfies(fixed -> assertThatThrownBy(() -> strata(cluster, fixed, 900_000))
                        .hasMessageContaining("no number of blocks up to 600"));
    }

    /** What visits of an executor share grows with the words: 240 MB of a heap of a gigabyte here. */
    @Test
    void whatVisitsShareIsReckonedWith() {
        ClusterSize cluster = new ClusterSize(false, 4, 2, GB);
        int words = 4_000_000;
        ScheduleChoice choice = strata(cluster, StrataRequest.ANY, words);
        StrataCost cost = StrataRequest.ANY.cost(SKIPGRAM, counts(words), choice.blocks());
        assertThat(cost.sharedBytes()).isEqualTo(60L * words);
        assertThat(2 * choice.taskBytes() + cost.sharedBytes()).isLessThan(3 * GB / 4);
        assertThat(choice.reasons().get(1)).contains("229 MB that they share");
    }

    @Test
    void severalExecutorsTrainReplicasOfWhatBlocksDoNotSplit() {
        for (TrainingOptions options : new TrainingOptions[] {CBOW, TREE}) {
            ScheduleChoice choice = auto(options, 500_000, new ClusterSize(false, 10, 8, 8 * GB));
            assertThat(choice.kind()).isEqualTo(Kind.REPLICAS);
            assertThat(choice.replicas()).isEqualTo(10);
            // Ten merges in each of five epochs, to and fro.
            assertThat(choice.bytesMoved()).isEqualTo(2L * 50 * 10 * 2 * 500_000 * 100 * 4);
        }
    }

    /** Points of the measured curve (docs/LOG.md): K = 6 on 3.3 million tokens. */
    @Test
    void expectsWhatMergingWasMeasuredToLose() {
        assertThat(new MergingLoss(8, 6, 137_000).estimate()).isBetween(0.04, 0.07);
        assertThat(new MergingLoss(32, 6, 34_000).estimate()).isBetween(0.04, 0.08);
        assertThat(new MergingLoss(1, 6, 34_000).estimate()).isZero();
    }

    @Test
    void aModelThatExceedsOneMachineIsTrainedByBlocks() {
        ScheduleChoice choice = auto(SKIPGRAM, 2_000_000, new ClusterSize(true, 1, 2, GB));
        assertThat(choice.kind()).isEqualTo(Kind.STRATA);
        assertThat(choice.reasons().get(0)).contains("does not fit this heap");
    }

    @Test
    void rowsOfATextAreEnoughForCbowWhenAllRowsAreTooMany() {
        ScheduleChoice choice = auto(CBOW, 2_000_000, new ClusterSize(false, 4, 2, GB));
        assertThat(choice.kind()).isEqualTo(Kind.REPLICAS);
        assertThat(choice.taskBytes()).isLessThan(GB);
        assertThat(choice.reasons().get(1)).contains("working set");
    }

    /** Its rounds serve its checkpoints only: one an epoch is enough. */
    @Test
    void oneReplicaOfAWorkingSetIsMergedOnceAnEpoch() {
        ScheduleChoice choice = new Scheduler(
                        CBOW,
                        counts(2_000_000),
                        100_000,
                        new ClusterSize(true, 1, 2, GB),
                        ReplicaOptions.defaults(),
                        StrataRequest.ANY,
                        Optional.empty())
                .auto();
        assertThat(choice.kind()).isEqualTo(Kind.REPLICAS);
        assertThat(choice.replicas()).isEqualTo(1);
        assertThat(choice.reasons().get(0)).contains("merged at least 5 times", "a working set of its rows does");
        long rows = choice.bytesMoved() / (2L * 5 * 100 * Float.BYTES);
        assertThat(choice.reasons().get(1)).contains(String.format(Locale.ROOT, "about %,d rows", rows));
    }

    @Test
    void whatFitsInNoWayIsRefusedWithTheArithmetic() {
        assertThatThrownBy(() -> auto(TREE, 2_000_000, new ClusterSize(false, 4, 2, GB)))
                .isInstanceOfSatisfying(WordloomException.class, e -> {
                    assertThat(e.exitCode()).isEqualTo(ExitCode.ENVIRONMENT);
                    assertThat(e.getMessage()).contains("4,000,000 rows", "1,024 MB", "--executor-memory");
                });
    }

    @Test
    void asManyReplicasAsWereAskedForWhateverTheCluster() {
        ScheduleChoice choice = new Scheduler(
                        SKIPGRAM,
                        counts(50_000),
                        50_000_000,
                        new ClusterSize(true, 1, 2, GB),
                        ReplicaOptions.defaults().withReplicas(32),
                        StrataRequest.ANY,
                        Optional.empty())
                .auto();
        assertThat(choice.kind()).isEqualTo(Kind.REPLICAS);
        assertThat(choice.replicas()).isEqualTo(32);
    }

    @Test
    void blocksThatAreAskedForOrPromisedAreNotChosenByTheCluster() {
        ClusterSize small = new ClusterSize(true, 1, 2, 4 * GB);
        ClusterSize large = new ClusterSize(false, 50, 8, 8 * GB);
        StrataRequest exact = new StrataRequest(0, 0, 0, true);
        assertThat(strata(large, exact).blocks())
                .isEqualTo(strata(small, exact).blocks())
                .isLessThan(strata(large, StrataRequest.ANY).blocks());
        assertThat(strata(large, new StrataRequest(77, 0, 0, false)).blocks()).isEqualTo(77);
        assertThatThrownBy(() -> strata(new ClusterSize(false, 2, 8, GB / 8), new StrataRequest(1, 0, 0, false)))
                .hasMessageContaining("no number of blocks up to 1 lets 8 tasks at once fit a heap of 128 MB");
    }

    /** A machine was lost since, or not all executors have registered yet. */
    @Test
    void whatIsResumedIsAsItWasWhateverTheClusterIsNow() {
        ClusterSize smaller = new ClusterSize(false, 3, 2, 8 * GB);
        ClusterSize alone = new ClusterSize(true, 1, 2, 4 * GB);
        EarlierRun replicas = new EarlierRun(CheckpointUnit.STEP, new TreeMap<>(Map.of("--replicas", "4")));
        assertThat(resumed(replicas, smaller, StrataRequest.ANY).hogwild().replicas())
                .isEqualTo(4);
        assertThat(resumed(replicas, alone, StrataRequest.ANY).auto()).satisfies(choice -> {
            assertThat(choice.kind()).isEqualTo(Kind.REPLICAS);
            assertThat(choice.replicas()).isEqualTo(4);
            assertThat(choice.reasons().get(0)).contains("as in the run that is resumed");
        });
        EarlierRun strata = new EarlierRun(CheckpointUnit.STRATUM, new TreeMap<>(Map.of("--blocks", "64")));
        assertThat(resumed(strata, smaller, StrataRequest.ANY).strata().blocks())
                .isEqualTo(64);
        assertThat(resumed(strata, alone, StrataRequest.ANY).auto()).satisfies(choice -> {
            assertThat(choice.kind()).isEqualTo(Kind.STRATA);
            assertThat(choice.blocks()).isEqualTo(64);
            assertThat(choice.reasons().get(0)).contains("as in the run that is resumed");
        });
    }

    /** It is refused where the checkpoint is loaded, with what differs. */
    @Test
    void whatTheUserSaysGoesBeforeWhatIsResumed() {
        EarlierRun earlier = new EarlierRun(CheckpointUnit.STRATUM, new TreeMap<>(Map.of("--blocks", "64")));
        ClusterSize cluster = new ClusterSize(false, 3, 2, 8 * GB);
        ScheduleChoice choice =
                resumed(earlier, cluster, new StrataRequest(77, 0, 0, false)).strata();
        assertThat(choice.blocks()).isEqualTo(77);
        assertThat(choice.reasons().get(0)).contains("as asked for");
    }

    private static Scheduler resumed(EarlierRun earlier, ClusterSize cluster, StrataRequest asked) {
        return new Scheduler(
                SKIPGRAM, counts(50_000), 50_000_000, cluster, ReplicaOptions.defaults(), asked, Optional.of(earlier));
    }

    private static ScheduleChoice strata(ClusterSize cluster, StrataRequest asked) {
        return strata(cluster, asked, 50_000);
    }

    private static ScheduleChoice strata(ClusterSize cluster, StrataRequest asked, int words) {
        return new Scheduler(
                        SKIPGRAM,
                        counts(words),
                        50_000_000,
                        cluster,
                        ReplicaOptions.defaults(),
                        asked,
                        Optional.empty())
                .strata();
    }

    private static ScheduleChoice auto(TrainingOptions options, int words, ClusterSize cluster) {
        return new Scheduler(
                        options,
                        counts(words),
                        50_000_000,
                        cluster,
                        ReplicaOptions.defaults(),
                        StrataRequest.ANY,
                        Optional.empty())
                .auto();
    }

    /** Counts as in Zipf's law. */
    private static long[] counts(int words) {
        long[] counts = new long[words];
        for (int word = 0; word < words; word++) {
            counts[word] = 5L + 5_000_000 / (word + 1);
        }
        return counts;
    }
}
