package org.wordloom.train;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.wordloom.TestRandom;
import org.wordloom.base.Progress;
import org.wordloom.corpus.MemoryShards;
import org.wordloom.matrix.RowMatrix;

/** Corpora with nothing to learn train without harm, and progress tells the truth. */
class SmallCorpusTest {
    private final TestRandom random = TestRandom.create();

    static List<TrainingOptions> models() {
        return OptionCombinations.models();
    }

    @ParameterizedTest
    @MethodSource("models")
    void withoutAnyContextTheInitialVectorsStay(TrainingOptions options) throws Exception {
        MemoryShards singles = new MemoryShards(3).addShard(new int[] {0}, new int[] {1}, new int[] {2});
        MemoryShards empty = new MemoryShards(3).addShard().addShard();
        for (MemoryShards shards : List.of(singles, empty, new MemoryShards(3))) {
            HogwildTrainer.Result result = Training.train(options, shards);
            RowMatrix initial = new RowMatrix(3, options.dim());
            InitialVectors.uniform(initial, options.seed());
            for (int row = 0; row < 3; row++) {
                assertThat(result.input().row(row)).containsExactly(initial.row(row));
            }
            assertThat(result.output().row(0)).containsOnly(0f);
        }
    }

    @ParameterizedTest
    @MethodSource("models")
    void emptyShardsBetweenOthersAreNoTrouble(TrainingOptions options) throws Exception {
        int[][] sentences = MemoryShards.random(random, 10, 1, 20, 10).sentences(0);
        MemoryShards shards =
                new MemoryShards(10).addShard().addShard(sentences).addShard();
        HogwildTrainer.Result result = Training.train(options, shards);
        assertThat(result.words()).isEqualTo(options.epochs() * shards.tokens(1));
        assertThat(Training.finite(result)).isTrue();
    }

    @ParameterizedTest
    @MethodSource("models")
    void aVocabularyOfOneWordTrains(TrainingOptions options) throws Exception {
        MemoryShards shards = new MemoryShards(1).addShard(new int[200], new int[3]);
        HogwildTrainer.Result result = Training.train(options, shards);
        assertThat(result.input().rows()).isEqualTo(1);
        assertThat(Training.finite(result)).isTrue();
    }

    @ParameterizedTest
    @MethodSource("models")
    void aSentenceLongerThanTheBufferTrains(TrainingOptions options) throws Exception {
        int[] sentence = new int[25_000];
        for (int k = 0; k < sentence.length; k++) {
            sentence[k] = random.below(30);
        }
        MemoryShards shards = new MemoryShards(30).addShard(sentence);
        HogwildTrainer.Result result = Training.train(options, shards);
        assertThat(result.words()).isEqualTo(options.epochs() * (long) sentence.length);
        assertThat(Training.finite(result)).isTrue();
    }

    @Test
    void progressRisesToTheEnd() throws Exception {
        MemoryShards shards = MemoryShards.random(random, 200, 4, 2000, 30);
        TrainingOptions options = models().get(0).toBuilder().dim(64).epochs(3).build();
        List<Progress> reports = new ArrayList<>();
        HogwildTrainer.Result result = new HogwildTrainer(options, shards.counts()).train(shards, reports::add);
        assertThat(reports).extracting(Progress::done).isSorted();
        assertThat(reports).extracting(Progress::seconds).isSorted();
        assertThat(reports).extracting(Progress::rate).isSortedAccordingTo((a, b) -> Double.compare(b, a));
        Progress last = reports.get(reports.size() - 1);
        assertThat(last.stage()).isEqualTo("train");
        assertThat(last.unit()).isEqualTo("words");
        assertThat(last.done()).isEqualTo(last.total()).isEqualTo(result.words());
        assertThat(last.rate()).isLessThan(options.rate() * 0.01);
        assertThat(result.loss()).isPositive();
    }

    @Test
    void theVectorsBeginWithinHalfAStepOfZero() {
        RowMatrix matrix = new RowMatrix(500, 20);
        InitialVectors.uniform(matrix, 1);
        double sum = 0;
        for (int row = 0; row < 500; row++) {
            for (float value : matrix.row(row)) {
                assertThat(value).isBetween(-0.5f / 20, 0.5f / 20);
                sum += value;
            }
        }
        assertThat(Math.abs(sum / 10_000)).isLessThan(0.001);
        assertThat(matrix.row(0)).isNotEqualTo(matrix.row(1));
    }
}
