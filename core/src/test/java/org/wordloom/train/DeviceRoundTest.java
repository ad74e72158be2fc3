package org.wordloom.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.wordloom.TestRandom;
import org.wordloom.base.Progress;
import org.wordloom.corpus.MemoryShards;
import org.wordloom.corpus.ShardSlice;
import org.wordloom.matrix.RowMatrix;
import org.wordloom.merge.Curvature;
import org.wordloom.merge.MergeRule;
import org.wordloom.opencl.OpenClDevice;
import org.wordloom.opencl.TestDevice;

/** Rounds of a replica on a real OpenCL device tell the driver what rounds on a processor do. */
@Tag("opencl")
@Timeout(120)
class DeviceRoundTest {
    private static final int WORDS = 300;

    private final TestRandom random = TestRandom.create();
    private OpenClDevice device;

    @BeforeEach
    void findDevice() {
        device = TestDevice.get();
    }

    static List<TrainingOptions> models() {
        return List.of(
                options(ArchitectureChoice.SKIPGRAM).build(),
                options(ArchitectureChoice.CBOW).rowRateCount(100).build(),
                options(ArchitectureChoice.SKIPGRAM)
                        .objective(ObjectiveChoice.HIERARCHICAL_SOFTMAX)
                        .build());
    }

    private static TrainingOptions.Builder options(ArchitectureChoice architecture) {
        return TrainingOptions.builder(architecture)
                .dim(12)
                .sample(0.02)
                .epochs(2)
                .threads(1)
                .kernel(KernelChoice.SCALAR);
    }

    /** The same tiles with the same negatives: each row is counted as often. The rows at the end measure the curvature. */
    @ParameterizedTest
    @MethodSource("models")
    void countsAndMeasuresWhatTheProcessorDoes(TrainingOptions options) throws Exception {
        // Enough text for some thirty samples of the curvature: with three, one run in seven was beyond the bound.
        MemoryShards shards = MemoryShards.random(random, WORDS, 2, 4000, 20);
        Replica first = start(options, shards);
        for (int before = 0; before < 4; before++) { // in the first round curvature grows several times over
            round(options, first, shards);
        }
        Replica expected = Replica.counting(first.input(), first.output());
        Replica actual = start(options, shards);
        copy(first.input(), actual.input());
        copy(first.output(), actual.output());
        RoundResult processor = round(options, expected, shards);
        RoundResult onDevice = round(onDevice(options), actual, shards);
        assertThat(onDevice.kernel()).isEqualTo("opencl: " + device.name());
        assertThat(onDevice.words()).isEqualTo(processor.words());
        assertThat(actual.inputUpdates()).containsExactly(expected.inputUpdates());
        assertThat(actual.outputUpdates()).containsExactly(expected.outputUpdates());
        double loss = processor.lossSum() / processor.lossPairs();
        assertThat(onDevice.lossSum() / onDevice.lossPairs()).isCloseTo(loss, within(0.05 * loss));
        assertThat(onDevice.outputCurvature().updates())
                .isEqualTo(processor.outputCurvature().updates());
        assertThat(trace(onDevice.inputCurvature())).isPositive();
        double trace = trace(processor.outputCurvature());
        // Between launches rows are less stretched than right after they were trained, which is when the processor
        // measures
        // them: 0 to 7 % less with negative sampling, 18 % (1.5 % from text to text) with hierarchical softmax.
        assertThat(trace(onDevice.outputCurvature())).isBetween(0.75 * trace, 1.1 * trace);
    }

    /** A round of a working set changes what a round of the whole model does. */
    @Test
    void aWorkingSetStandsForTheModel() throws Exception {
        TrainingOptions options = options(ArchitectureChoice.SKIPGRAM).build();
        MemoryShards shards = MemoryShards.random(random, WORDS, 2, 100, 20);
        RoundTrainer trainer = new RoundTrainer(onDevice(options), shards.counts());
        StepSchedule schedule = schedule(shards);
        List<ShardSlice> slices = schedule.slices(0, 0);
        WorkingSet set = trainer.workingSet(0, 0, shards, slices, WORDS);
        Replica whole = start(options, shards);
        Replica rows = Replica.counting(fetch(set.inputRows(), whole.input()), fetch(set.outputRows(), whole.output()));
        trainer.train(set, rows, schedule.round(0, 1), shards, slices, Progress.Listener.none());
        trainer.train(whole, schedule.round(0, 1), shards, slices, Progress.Listener.none());
        assertThat(norm(rows.input())).isCloseTo(norm(fetch(set.inputRows(), whole.input())), within(1e-2));
        assertThat(norm(rows.output())).isPositive();
        for (int k = 0; k < set.inputRows().length; k++) {
            assertThat(rows.inputUpdates()[k]).isEqualTo(whole.inputUpdates()[set.inputRows()[k]]);
        }
    }

    /** Merging by the curvature that a device's rows show ends where merging by the processor's does. */
    @Test
    void mergedReplicasReachTheLossOfTheProcessors() throws Exception {
        TrainingOptions options = options(ArchitectureChoice.SKIPGRAM).build();
        MemoryShards shards = MemoryShards.random(random, WORDS, 4, 400, 20);
        double expected = loss(options, options, shards);
        assertThat(loss(options, onDevice(options), shards)).isCloseTo(expected, within(0.03 * expected));
    }

    private static double loss(TrainingOptions processor, TrainingOptions training, MemoryShards shards)
            throws Exception {
        LocalReplicas trained = new LocalReplicas(training, shards.counts(), shards).train(MergeRule.CURVATURE, 3, 2);
        LocalReplicas measured = new LocalReplicas(processor, shards.counts(), shards);
        copy(trained.input, measured.input);
        copy(trained.output, measured.output);
        return measured.loss();
    }

    private static void copy(RowMatrix from, RowMatrix to) {
        for (int row = 0; row < from.rows(); row++) {
            to.setRow(row, from.row(row), 0);
        }
    }

    private static RowMatrix fetch(int[] rows, RowMatrix from) {
        RowMatrix matrix = new RowMatrix(rows.length, from.columns());
        for (int k = 0; k < rows.length; k++) {
            matrix.setRow(k, from.row(rows[k]), 0);
        }
        return matrix;
    }

    private static TrainingOptions onDevice(TrainingOptions options) {
        return options.toBuilder().kernel(KernelChoice.OPENCL).build();
    }

    private static RoundResult round(TrainingOptions options, Replica replica, MemoryShards shards) throws Exception {
        StepSchedule schedule = schedule(shards);
        return new RoundTrainer(options, shards.counts())
                .train(replica, schedule.round(0, 1), shards, schedule.slices(0, 0), Progress.Listener.none());
    }

    private static StepSchedule schedule(MemoryShards shards) {
        long[] tokens = new long[shards.shards()];
        for (int shard = 0; shard < tokens.length; shard++) {
            tokens[shard] = shards.tokens(shard);
        }
        return new StepSchedule(tokens, 1, 1, 1);
    }

    private static Replica start(TrainingOptions options, MemoryShards shards) {
        int outputs = new RoundTrainer(options, shards.counts()).outputRows();
        Replica replica = Replica.counting(
                new RowMatrix(shards.counts().length, options.dim()), new RowMatrix(outputs, options.dim()));
        RoundTrainer.initialize(replica.input(), 0, options.seed());
        return replica;
    }

    /** Of all curvature: the sum of the matrix's diagonal. */
    private static double trace(Curvature curvature) {
        double trace = 0;
        for (int k = 0; k < curvature.columns(); k++) {
            trace += curvature.sums()[k * curvature.columns() + k];
        }
        return trace;
    }

    private static double norm(RowMatrix matrix) {
        double sum = 0;
        for (int row = 0; row < matrix.rows(); row++) {
            for (float value : matrix.row(row)) {
                sum += value * value;
            }
        }
        return Math.sqrt(sum);
    }
}
