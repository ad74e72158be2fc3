package org.wordloom.train;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.wordloom.TestRandom;
import org.wordloom.base.Progress;
import org.wordloom.corpus.MemoryShards;
import org.wordloom.corpus.ShardSlice;
import org.wordloom.matrix.RowMatrix;
import org.wordloom.merge.Curvature;

class RoundTrainerTest {
    private static final int WORDS = 40;

    private final TestRandom random = TestRandom.create();

    static List<TrainingOptions> models() {
        return OptionCombinations.models();
    }

    @ParameterizedTest
    @MethodSource("models")
    void oneReplicaInRoundsOfWholeEpochsIsTheTrainersModel(TrainingOptions options) throws Exception {
        MemoryShards shards = MemoryShards.random(random, WORDS, 3, 60, 20);
        RoundTrainer trainer = new RoundTrainer(options, shards.counts());
        Replica replica = start(trainer, options);
        StepSchedule schedule = schedule(shards, 1, 1, options.epochs());
        long words = 0;
        for (int round = 0; round < schedule.steps(); round++) {
            words += train(trainer, replica, schedule, 0, round, shards).words();
        }
        HogwildTrainer.Result whole = Training.train(options, shards);
        assertThat(words).isEqualTo(whole.words());
        assertThat(Training.digest(replica.input(), replica.output())).isEqualTo(Training.digest(whole));
    }

    /** From random output rows, since an update by a row of zeros changes nothing. */
    @ParameterizedTest
    @MethodSource("models")
    void countsTheRowsThatChangeAndNoOthers(TrainingOptions options) throws Exception {
        int words = 400;
        MemoryShards shards = MemoryShards.random(random, words, 1, 8, 6).addShard(new int[] {1, 2, 3, 4, 5});
        RoundTrainer trainer = new RoundTrainer(options, shards.counts());
        Replica before = start(trainer, options);
        Replica replica = start(trainer, options);
        RoundTrainer.initialize(before.output(), 0, options.seed() + 1);
        RoundTrainer.initialize(replica.output(), 0, options.seed() + 1);
        train(trainer, replica, schedule(shards, 1, 1, 1), 0, 0, shards);
        assertCounts(replica.inputUpdates(), before.input(), replica.input());
        assertCounts(replica.outputUpdates(), before.output(), replica.output());
    }

    @ParameterizedTest
    @MethodSource("models")
    void theSameRoundGivesTheSameBits(TrainingOptions options) throws Exception {
        MemoryShards shards = MemoryShards.random(random, WORDS, 2, 60, 20);
        RoundTrainer trainer = new RoundTrainer(options, shards.counts());
        StepSchedule schedule = schedule(shards, 3, 2, 2);
        Replica one = start(trainer, options);
        Replica two = start(trainer, options);
        RoundResult first = train(trainer, one, schedule, 1, 2, shards);
        RoundResult second = train(new RoundTrainer(options, shards.counts()), two, schedule, 1, 2, shards);
        assertThat(Training.digest(one.input(), one.output())).isEqualTo(Training.digest(two.input(), two.output()));
        assertThat(second.outputCurvature().sums())
                .containsExactly(first.outputCurvature().sums());
        assertThat(first.rate()).isPositive().isLessThan(options.rate());
    }

    @ParameterizedTest
    @MethodSource("models")
    void aWorkingSetWithAllNegativesTrainsAsTheWholeTable(TrainingOptions options) throws Exception {
        MemoryShards shards = MemoryShards.random(random, WORDS, 2, 10, 20);
        RoundTrainer trainer = new RoundTrainer(options, shards.counts());
        StepSchedule schedule = schedule(shards, 2, 2, 2);
        List<ShardSlice> slices = schedule.slices(1, 3);
        WorkingSet set = trainer.workingSet(1, 3, shards, slices, WORDS);
        if (options.objective() == ObjectiveChoice.NEGATIVE_SAMPLING) {
            assertThat(set.outputRows()).hasSize(WORDS);
        } else {
            assertThat(set.outputRows()).hasSizeLessThan(WORDS).contains(WORDS - 2);
        }
        Replica whole = start(trainer, options);
        train(trainer, whole, schedule, 1, 3, shards);
        Replica rows = fetch(set, start(trainer, options));
        trainer.train(set, rows, schedule.round(3, 4), shards, slices, Progress.Listener.none());
        assertSameRows(rows.input(), set.inputRows(), whole.input());
        assertSameRows(rows.output(), set.outputRows(), whole.output());
        for (int k = 0; k < set.inputRows().length; k++) {
            assertThat(rows.inputUpdates()[k]).isEqualTo(whole.inputUpdates()[set.inputRows()[k]]);
        }
    }

    @Test
    void aWorkingSetHoldsTheTextAndABoundedNumberOfNegatives() throws Exception {
        TrainingOptions options = models().get(0);
        int words = 2000;
        MemoryShards shards = MemoryShards.random(random, words, 4, 10, 10);
        RoundTrainer trainer = new RoundTrainer(options, shards.counts());
        List<ShardSlice> slices = schedule(shards, 4, 1, 1).slices(2, 0);
        WorkingSet set = trainer.workingSet(2, 0, shards, slices, 50);
        assertThat(set.inputRows()).hasSizeLessThanOrEqualTo(100).isSorted();
        assertThat(set.outputRows())
                .hasSizeLessThanOrEqualTo(150)
                .isSorted()
                .contains(set.inputRows())
                .contains(set.noise().words());
        Replica rows = fetch(set, start(trainer, options));
        trainer.train(set, rows, new Round(0, 0, 100, 100), shards, slices, Progress.Listener.none());
        assertThat(rows.outputUpdates().length).isEqualTo(set.outputRows().length);
    }

    @Test
    void wideVectorsTrainWithoutCurvature() throws Exception {
        TrainingOptions options = models().get(0).toBuilder()
                .dim(Curvature.MOST_COLUMNS + 1)
                .epochs(1)
                .build();
        MemoryShards shards = MemoryShards.random(random, WORDS, 1, 30, 20);
        RoundTrainer trainer = new RoundTrainer(options, shards.counts());
        Replica replica = start(trainer, options);
        RoundResult result = train(trainer, replica, schedule(shards, 1, 1, 1), 0, 0, shards);
        assertThat(result.inputCurvature()).isNull();
        assertThat(result.outputCurvature()).isNull();
        float updates = 0;
        for (float count : replica.inputUpdates()) {
            updates += count;
        }
        assertThat(updates).isPositive();
    }

    private static void assertCounts(float[] updates, RowMatrix before, RowMatrix after) {
        int changed = 0;
        for (int row = 0; row < updates.length; row++) {
            boolean same = Arrays.equals(before.row(row), after.row(row));
            assertThat(updates[row] == 0)
                    .as("row %d, updated %s times", row, updates[row])
                    .isEqualTo(same);
            changed += same ? 0 : 1;
        }
        assertThat(changed).isBetween(1, updates.length - 1);
    }

    private static Replica fetch(WorkingSet set, Replica whole) {
        return Replica.counting(fetch(set.inputRows(), whole.input()), fetch(set.outputRows(), whole.output()));
    }

    private static RowMatrix fetch(int[] rows, RowMatrix from) {
        RowMatrix matrix = new RowMatrix(rows.length, from.columns());
        for (int k = 0; k < rows.length; k++) {
            matrix.setRow(k, from.row(rows[k]), 0);
        }
        return matrix;
    }

    private static void assertSameRows(RowMatrix set, int[] rows, RowMatrix whole) {
        for (int k = 0; k < rows.length; k++) {
            assertThat(set.row(k)).containsExactly(whole.row(rows[k]));
        }
    }

    private static RoundResult train(
            RoundTrainer trainer, Replica rows, StepSchedule schedule, int replica, int round, MemoryShards shards)
            throws Exception {
        return trainer.train(
                rows,
                schedule.round(round, round + 1),
                shards,
                schedule.slices(replica, round),
                Progress.Listener.none());
    }

    private static StepSchedule schedule(MemoryShards shards, int replicas, int merges, int epochs) {
        long[] tokens = new long[shards.shards()];
        for (int shard = 0; shard < tokens.length; shard++) {
            tokens[shard] = shards.tokens(shard);
        }
        return new StepSchedule(tokens, replicas, merges, epochs);
    }

    private static Replica start(RoundTrainer trainer, TrainingOptions options) {
        RowMatrix input = new RowMatrix(trainer.words(), options.dim());
        RowMatrix output = new RowMatrix(trainer.outputRows(), options.dim());
        RoundTrainer.initialize(input, 0, options.seed());
        return Replica.counting(input, output);
    }
}
