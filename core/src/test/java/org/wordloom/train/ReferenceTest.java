package org.wordloom.train;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.wordloom.TestRandom;
import org.wordloom.corpus.MemoryShards;
import org.wordloom.matrix.RowMatrix;

/** The trainer makes the vectors that a slow, readable word2vec in double precision makes of the same samples. */
class ReferenceTest {
    private static final double TOLERANCE = 2e-5;
    private static final double TOLERANCE_OF_LARGE_VECTORS = 1e-3;

    static List<Named<TrainingOptions>> all() {
        return named(OptionCombinations.all().stream());
    }

    static List<Named<TrainingOptions>> models() {
        return named(OptionCombinations.models().stream());
    }

    private static List<Named<TrainingOptions>> named(Stream<TrainingOptions> options) {
        return options.map(o -> Named.of(OptionCombinations.name(o), o)).toList();
    }

    @ParameterizedTest
    @MethodSource("all")
    void agreesAtTheDefaultRate(TrainingOptions options) throws Exception {
        MemoryShards shards = MemoryShards.random(TestRandom.create(), 30, 3, 20, 15);
        compare(options, shards, ReferenceRun.asTheTrainer(options, shards), TOLERANCE);
    }

    /** The corpus is fixed: where the link jumps at ±6, a lucky rounding error would make another model. */
    @ParameterizedTest
    @MethodSource("all")
    void agreesWherePredictionsSaturate(TrainingOptions defaults) throws Exception {
        TrainingOptions options =
                defaults.toBuilder().rate(0.05).epochs(50).window(1).sample(0).build();
        MemoryShards shards = couples();
        ReferenceRun reference = ReferenceRun.asTheTrainer(options, shards);
        assertThat(reference.saturated()).as("predictions beyond 6").isGreaterThan(0);
        compare(options, shards, reference, TOLERANCE_OF_LARGE_VECTORS);
    }

    /** Sentences of two words in turn, always the same two: predictions that grow sure. */
    private static MemoryShards couples() throws IOException {
        TestRandom random = TestRandom.fixed(3);
        MemoryShards shards = new MemoryShards(12);
        for (int shard = 0; shard < 2; shard++) {
            int[][] sentences = new int[25][6];
            for (int[] sentence : sentences) {
                int couple = random.below(6);
                Arrays.setAll(sentence, k -> 2 * couple + k % 2);
            }
            shards.addShard(sentences);
        }
        return shards;
    }

    private static void compare(TrainingOptions options, MemoryShards shards, ReferenceRun reference, double tolerance)
            throws Exception {
        HogwildTrainer.Result result = Training.train(options, shards);
        for (int row = 0; row < result.input().rows(); row++) {
            assertRow("input " + row, result.input(), row, reference.input(row), tolerance);
        }
        for (int row = 0; row < result.output().rows(); row++) {
            assertRow("output " + row, result.output(), row, reference.output(row), tolerance);
        }
    }

    private static void assertRow(String what, RowMatrix actual, int row, double[] expected, double tolerance) {
        for (int c = 0; c < expected.length; c++) {
            double difference = Math.abs(actual.get(row, c) - expected[c]);
            assertThat(difference)
                    .as("%s, column %d: expected %s, found %s", what, c, expected[c], actual.get(row, c))
                    .isLessThanOrEqualTo(tolerance * (1 + Math.abs(expected[c])));
        }
    }

    /** What batches and shared negatives change of word2vec's own order of pairs is small at a small rate. */
    @ParameterizedTest
    @MethodSource("models")
    void approachesPairAfterPairAsTheRateFalls(TrainingOptions defaults) throws Exception {
        TrainingOptions options = defaults.toBuilder()
                .rate(1e-3)
                .negative(20)
                .epochs(20)
                .sample(0)
                .build();
        MemoryShards shards = MemoryShards.random(TestRandom.fixed(5), 12, 2, 60, 15);
        HogwildTrainer.Result result = Training.train(options, shards);
        ReferenceRun reference = ReferenceRun.pairAfterPair(options, shards);
        double difference = 0;
        double size = 0;
        for (int row = 0; row < result.output().rows(); row++) {
            for (int c = 0; c < options.dim(); c++) {
                difference += Math.pow(result.output().get(row, c) - reference.output(row)[c], 2);
                size += Math.pow(reference.output(row)[c], 2);
            }
        }
        assertThat(Math.sqrt(difference / size)).isLessThan(0.1);
    }
}
