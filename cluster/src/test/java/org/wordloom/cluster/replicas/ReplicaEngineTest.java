package org.wordloom.cluster.replicas;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import org.apache.spark.api.java.JavaSparkContext;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.wordloom.cluster.LocalSpark;
import org.wordloom.cluster.checkpoint.RowLayout;
import org.wordloom.cluster.replicas.ReplicaOptions.Rows;
import org.wordloom.cluster.replicas.ReplicaTraining.EncodedText;
import org.wordloom.cluster.storage.Storage;
import org.wordloom.merge.MergeRule;
import org.wordloom.train.ArchitectureChoice;
import org.wordloom.train.ObjectiveChoice;
import org.wordloom.train.TrainingOptions;

/** What rounds keep on executors, and that it is gone after them, also when they fail. */
@ExtendWith(LocalSpark.class)
class ReplicaEngineTest {
    private static final TrainingOptions OPTIONS =
            ReplicaTraining.options(ArchitectureChoice.SKIPGRAM, ObjectiveChoice.NEGATIVE_SAMPLING);
    private static final int REPLICAS = 3;

    @TempDir
    private Path folder;

    private EncodedText text;

    @BeforeEach
    void encode(JavaSparkContext spark) throws IOException {
        text = new ReplicaTraining(folder).text(spark);
    }

    @ParameterizedTest
    @EnumSource(
            value = Rows.class,
            names = {"ALL", "WORKING_SET"})
    void trainingThatFailsLeavesNoBlocksBehind(Rows rows, JavaSparkContext spark) {
        EncodedText damaged = text.without(0);
        assertFails(() -> train(spark, damaged, MergeRule.AVERAGE, rows, 1), "cannot read", spark);
    }

    /** Merging by curvature needs what replicas measure for that rule only. */
    @Test
    void mergingThatFailsLeavesNoBlocksBehind(JavaSparkContext spark) {
        assertFails(() -> train(spark, text, MergeRule.CURVATURE, Rows.ALL, 1), "merging by curvature", spark);
    }

    @Test
    void eightRoundsWantACheckpoint(JavaSparkContext spark) {
        assertThat(train(spark, text, MergeRule.AVERAGE, Rows.ALL, 7)).isFalse();
        assertThat(train(spark, text, MergeRule.AVERAGE, Rows.ALL, 8)).isTrue();
        assertThat(spark.getPersistentRDDs()).isEmpty();
    }

    private static void assertFails(ThrowingCallable training, String part, JavaSparkContext spark) {
        assertThatThrownBy(training).hasMessageContaining(part).hasNoSuppressedExceptions();
        assertThat(spark.getPersistentRDDs()).isEmpty();
    }

    /** Runs rounds of replicas that train for averages; whether a checkpoint is wanted then. */
    private static boolean train(JavaSparkContext spark, EncodedText text, MergeRule rule, Rows rows, int rounds) {
        ReplicaOptions options = new ReplicaOptions(REPLICAS, 4, Duration.ofMinutes(1), MergeRule.AVERAGE, rows);
        RowLayout layout = RowLayout.of(text.words().size(), text.words().size(), OPTIONS.dim(), REPLICAS);
        long[] counts = text.words().counts();
        ReplicaMemory memory = ReplicaMemory.of(
                OPTIONS, counts, options.roundTokens(text.corpus().tokens()));
        ReplicaPlacement placement = ReplicaPlacement.of(spark, options, memory, layout.modelBytes(), 1);
        ReplicaTasks tasks = new ReplicaTasks(
                new BlockFiles(Storage.local(), layout),
                OPTIONS,
                options,
                text.corpus(),
                counts,
                new ReplicaTurns(placement.atOnce()),
                "test");
        try (ReplicaEngine engine = new ReplicaEngine(spark, tasks, REPLICAS, rule, placement)) {
            engine.begin();
            for (int round = 0; round < rounds; round++) {
                engine.run(round, round + 1);
            }
            return engine.lineageIsLong();
        }
    }
}
