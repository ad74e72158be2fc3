package org.wordloom.cluster.replicas;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.apache.spark.api.java.JavaSparkContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.wordloom.base.Progress;
import org.wordloom.cluster.Heard;
import org.wordloom.cluster.LocalSpark;
import org.wordloom.cluster.output.ModelWriter;
import org.wordloom.cluster.output.OutputFolder;
import org.wordloom.cluster.progress.ProgressBoard;
import org.wordloom.cluster.progress.RunFigure;
import org.wordloom.cluster.replicas.ReplicaOptions.Rows;
import org.wordloom.cluster.replicas.ReplicaTraining.EncodedText;
import org.wordloom.cluster.storage.Storage;
import org.wordloom.matrix.RowMatrix;
import org.wordloom.merge.MergeRule;
import org.wordloom.model.WordModel;
import org.wordloom.train.ArchitectureChoice;
import org.wordloom.train.ObjectiveChoice;
import org.wordloom.train.TrainingOptions;

@ExtendWith(LocalSpark.class)
class ReplicaJobTest {
    private static final TrainingOptions OPTIONS =
            ReplicaTraining.options(ArchitectureChoice.SKIPGRAM, ObjectiveChoice.NEGATIVE_SAMPLING);
    private static final ReplicaOptions MERGING =
            new ReplicaOptions(3, 4, Duration.ofMinutes(1), MergeRule.WEIGHTED, Rows.AUTO);

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource({
        "SKIPGRAM,NEGATIVE_SAMPLING,2,3,WEIGHTED,ALL",
        "SKIPGRAM,NEGATIVE_SAMPLING,3,2,ADASUM,WORKING_SET",
        "SKIPGRAM,HIERARCHICAL_SOFTMAX,5,1,AVERAGE,AUTO",
        "CBOW,HIERARCHICAL_SOFTMAX,1,4,ADASUM,AUTO",
        "CBOW,HIERARCHICAL_SOFTMAX,3,2,CURVATURE,WORKING_SET",
        "CBOW,NEGATIVE_SAMPLING,4,2,CURVATURE,AUTO",
        "CBOW,NEGATIVE_SAMPLING,2,2,CURVATURE,WORKING_SET"
    })
    void givesTheBitsOfReplicasOneAfterTheOther(
            ArchitectureChoice architecture,
            ObjectiveChoice objective,
            int replicas,
            int merges,
            MergeRule rule,
            Rows rows,
            JavaSparkContext spark)
            throws Exception {
        ReplicaTraining training = new ReplicaTraining(folder);
        EncodedText text = training.text(spark);
        TrainingOptions options = ReplicaTraining.options(architecture, objective);
        ReplicaOptions merging = new ReplicaOptions(replicas, merges, Duration.ofMinutes(1), rule, rows);
        ReplicaResult result = training.run(spark, text, options, merging, "out");
        assertModel(training.model("out"), text, options, merging);
        assertThat(result.training().words()).isEqualTo(2 * text.corpus().tokens());
        assertThat(result.replicas().rounds()).hasSize(2 * merges).allMatch(round -> round.bytesMoved() > 0);
    }

    @Test
    void aRunThatEndedEarlyIsContinuedToTheSameBits(JavaSparkContext spark) throws Exception {
        ReplicaTraining training = new ReplicaTraining(folder);
        EncodedText text = training.text(spark);
        ReplicaPlan plan = training.plan(OPTIONS, MERGING, Duration.ZERO, false);
        assertThatThrownBy(() -> training.run(spark, text.without(3), plan, "out"))
                .hasMessageContaining("cannot read");
        // The shard is back.
        ReplicaPlan resume = training.plan(OPTIONS, MERGING, Duration.ZERO, true);
        Heard<ReplicaResult> run = Heard.during(() -> training.run(spark, text, resume, "out"));
        ReplicaResult resumed = run.result();
        List<Progress> heard = run.progress();
        assertThat(resumed.replicas().resumedAt()).isBetween(1, 7);
        long total = heard.get(0).total();
        long spared = heard.get(1).before();
        // Rounds end with the sentences that begin in them.
        assertThat(spared).isCloseTo(total - resumed.training().words(), within(total / 20));
        assertThat(heard.subList(1, heard.size())).isNotEmpty().allSatisfy(progress -> {
            assertThat(progress.done()).isBetween(spared, progress.total());
            assertThat(progress.before()).isEqualTo(spared);
        });
        ProgressBoard board = ProgressBoard.instance();
        assertThat(board.figure(RunFigure.BYTES_MOVED))
                .isEqualTo(resumed.replicas().bytesMoved());
        assertThat(board.figure(RunFigure.ROUNDS)).isEqualTo(8);
        assertThat(board.figure(RunFigure.CHECKPOINT_SECONDS)).isPositive();
        assertThat(resumed.replicas().rounds()).hasSize(8 - resumed.replicas().resumedAt());
        int done = resumed.replicas().resumedAt();
        assertThat(training.notes())
                .anyMatch(
                        note -> note.startsWith("continuing after step " + done + " of 8 (round " + done + "), from "));
        assertModel(training.model("out"), text, OPTIONS, MERGING);
    }

    @Test
    void theProgressEndsWithTheRateOfTheEnd(JavaSparkContext spark) throws Exception {
        ReplicaTraining training = new ReplicaTraining(folder);
        EncodedText text = training.text(spark);
        ReplicaOptions oneRoundAnEpoch = new ReplicaOptions(3, 1, Duration.ofMinutes(1), MergeRule.WEIGHTED, Rows.AUTO);
        List<Progress> heard = Heard.during(() -> training.run(spark, text, OPTIONS, oneRoundAnEpoch, "out"))
                .progress();
        double last = OPTIONS.rate() * OPTIONS.minRateFraction();
        assertThat(heard.get(heard.size() - 1).rate()).isCloseTo(last, within(OPTIONS.rate() / 50));
    }

    @Test
    void aRunThatEndedBeforeItsModelWasWrittenIsContinuedToTheSameFile(JavaSparkContext spark) throws Exception {
        ReplicaTraining training = new ReplicaTraining(folder);
        EncodedText text = training.text(spark);
        ReplicaPlan plan = training.plan(OPTIONS, MERGING.withReplicas(1), Duration.ZERO, false);
        ReplicaPlan resume = training.plan(OPTIONS, MERGING.withReplicas(1), Duration.ZERO, true);
        try (OutputFolder output =
                OutputFolder.create(Storage.local(), folder.resolve("out").toString(), false)) {
            new ReplicaJob(spark).run(text.corpus(), text.words(), plan, output, note -> {});
            // Not committed: the last round's checkpoint stays.
        }
        ReplicaResult resumed = training.run(spark, text, resume, "out");
        assertThat(resumed.replicas().rounds()).isEmpty();
        assertThat(resumed.training().kernel()).isEqualTo("scalar");
        training.run(spark, text, plan, "whole");
        assertThat(folder.resolve("out").resolve(ModelWriter.MODEL_FILE))
                .hasSameBinaryContentAs(folder.resolve("whole").resolve(ModelWriter.MODEL_FILE));
    }

    @Test
    void otherOptionsAreNotContinued(JavaSparkContext spark) throws Exception {
        ReplicaTraining training = new ReplicaTraining(folder);
        EncodedText text = training.text(spark);
        ReplicaPlan plan = training.plan(OPTIONS, MERGING, Duration.ZERO, false);
        assertThatThrownBy(() -> training.run(spark, text.without(3), plan, "out"))
                .hasMessageContaining("cannot read");
        ReplicaPlan other =
                training.plan(OPTIONS.toBuilder().dim(5).build(), MERGING.withReplicas(2), Duration.ZERO, true);
        assertThatThrownBy(() -> training.run(spark, text, other, "out"))
                .hasMessageContaining("--dim was 9 and is now 5")
                .hasMessageContaining("--replicas was 3 and is now 2");
    }

    /** As many words and tokens as before, but rows would belong to other words, or windows end elsewhere. */
    @Test
    void otherWordsOrSentencesAreNotContinued(JavaSparkContext spark) throws Exception {
        ReplicaTraining training = new ReplicaTraining(folder);
        EncodedText text = training.text(spark);
        assertThatThrownBy(() -> training.run(
                        spark, text.without(3), training.plan(OPTIONS, MERGING, Duration.ZERO, false), "out"))
                .hasMessageContaining("cannot read");
        ReplicaPlan resume = training.plan(OPTIONS, MERGING, Duration.ZERO, true);
        assertThatThrownBy(() -> training.run(spark, text.withWordsExchanged(), resume, "out"))
                .hasMessageContaining("--resume cannot continue")
                .hasMessageContaining("vocabulary checksum was");
        assertThatThrownBy(() -> training.run(spark, text.withMoreSentences(), resume, "out"))
                .hasMessageContaining("sentences was");
    }

    private static void assertModel(WordModel model, EncodedText text, TrainingOptions options, ReplicaOptions merging)
            throws Exception {
        RowMatrix[] expected = new ReplicaReference(text.corpus(), text.words().counts(), options, merging).train();
        assertSame(model.input(), expected[0]);
        assertSame(model.output(), expected[1]);
    }

    private static void assertSame(RowMatrix actual, RowMatrix expected) {
        assertThat(actual.rows()).isEqualTo(expected.rows());
        for (int row = 0; row < expected.rows(); row++) {
            assertThat(actual.row(row)).as("row " + row).isEqualTo(expected.row(row));
        }
    }
}
