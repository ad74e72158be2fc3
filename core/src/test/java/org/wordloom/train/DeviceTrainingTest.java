package org.wordloom.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.wordloom.TestRandom;
import org.wordloom.base.ExitCode;
import org.wordloom.base.Progress;
import org.wordloom.base.WordloomException;
import org.wordloom.corpus.MemoryShards;
import org.wordloom.opencl.DeviceMeasurement;
import org.wordloom.opencl.KernelTrial;
import org.wordloom.opencl.OpenClDevice;
import org.wordloom.opencl.TestDevice;

/** Training by a device learns what training by the processor does, and fails as loudly. */
@Tag("opencl")
@Timeout(120)
class DeviceTrainingTest {
    private static final int TOPICS = 20;
    private static final int WORDS_PER_TOPIC = 25;

    private final TestRandom random = TestRandom.create();
    private OpenClDevice device;

    @BeforeEach
    void thereIsADevice() {
        device = TestDevice.get();
    }

    static List<TrainingOptions> models() {
        return List.of(
                options(ArchitectureChoice.SKIPGRAM).build(),
                options(ArchitectureChoice.SKIPGRAM).rowRateCount(1000).build(),
                options(ArchitectureChoice.CBOW).build(),
                options(ArchitectureChoice.SKIPGRAM)
                        .objective(ObjectiveChoice.HIERARCHICAL_SOFTMAX)
                        .build());
    }

    /** With more threads, the rate of so short a training depends on when each tells how far it is. */
    private static TrainingOptions.Builder options(ArchitectureChoice architecture) {
        return TrainingOptions.builder(architecture)
                .dim(20)
                .sample(0)
                .epochs(2)
                .threads(1)
                .kernel(KernelChoice.OPENCL);
    }

    @ParameterizedTest
    @MethodSource("models")
    void reachesTheLossOfTheProcessor(TrainingOptions options) throws Exception {
        MemoryShards shards = topics(3);
        HogwildTrainer.Result expected =
                Training.train(options.toBuilder().kernel(KernelChoice.SCALAR).build(), shards);
        HogwildTrainer.Result actual = Training.train(options, shards);
        assertThat(actual.kernel()).isEqualTo("opencl");
        assertThat(actual.kernelReason()).contains(device.name());
        assertThat(expected.kernel()).isEqualTo("scalar");
        assertThat(actual.words()).isEqualTo(expected.words());
        assertThat(Training.finite(actual)).isTrue();
        assertThat(actual.loss()).isPositive();
        double loss = loss(options, shards, expected);
        assertThat(loss(options, shards, actual)).isCloseTo(loss, within(0.02 * loss));
    }

    @Test
    void collectionsMeanwhileLoseNothing() throws Exception {
        MemoryShards shards = topics(3);
        TrainingOptions options = options(ArchitectureChoice.SKIPGRAM).build();
        HogwildTrainer.Result expected =
                Training.train(options.toBuilder().kernel(KernelChoice.SCALAR).build(), shards);
        List<byte[]> garbage = new ArrayList<>();
        HogwildTrainer.Result actual = new HogwildTrainer(options, shards.counts()).train(shards, progress -> {
            garbage.clear();
            for (int k = 0; k < 200; k++) {
                garbage.add(new byte[100_000]);
            }
            System.gc();
        });
        assertThat(garbage).as("garbage was made").hasSize(200);
        double loss = loss(options, shards, expected);
        assertThat(loss(options, shards, actual)).isCloseTo(loss, within(0.02 * loss));
        assertThat(norm(actual)).isCloseTo(norm(expected), within(0.05 * norm(expected)));
    }

    @Test
    void aHugeRateStopsTheRun() {
        TrainingOptions options =
                options(ArchitectureChoice.SKIPGRAM).rate(1e30).threads(2).build();
        assertThatThrownBy(() -> Training.train(options, topics(1)))
                .isInstanceOfSatisfying(
                        WordloomException.class, e -> assertThat(e.exitCode()).isEqualTo(ExitCode.TRAINING))
                .hasMessageContaining("diverged")
                .hasMessageContaining("--rate");
    }

    @Test
    void aWordBeyondTheVocabularyNeverReachesTheDevice() throws IOException {
        MemoryShards shards = new MemoryShards(5).addShard(new int[] {0, 1, 7, 2, 3, 4});
        long[] counts = {9, 8, 7, 6, 5};
        TrainingOptions options = options(ArchitectureChoice.SKIPGRAM).build();
        assertThatThrownBy(() -> new HogwildTrainer(options, counts).train(shards, Progress.Listener.none()))
                .isInstanceOfAny(WordloomException.class, IndexOutOfBoundsException.class);
    }

    @Test
    void everyWordIsTrainedAndProgressTellsIt() throws Exception {
        MemoryShards shards = topics(4);
        List<Progress> reports = new ArrayList<>();
        HogwildTrainer.Result result = new HogwildTrainer(
                        options(ArchitectureChoice.CBOW).threads(3).build(), shards.counts())
                .train(shards, reports::add);
        Progress last = reports.get(reports.size() - 1);
        assertThat(reports).extracting(Progress::done).isSorted();
        assertThat(last.done()).isEqualTo(last.total()).isEqualTo(result.words());
    }

    @Test
    void bothKernelsAreMeasuredOnTheSameTiles() {
        long[] counts = new long[2000];
        Arrays.setAll(counts, word -> 1_000_000 / (word + 1));
        KernelTrial.Decision decision =
                TileTrial.decide(options(ArchitectureChoice.CBOW).build(), counts, device);
        assertThat(decision.reason()).contains("tiles/s").contains(device.name());
    }

    @Test
    void theMeasurementIsAccurate() {
        DeviceMeasurement.Figures figures = TileMeasurement.all().get(1).run(device);
        assertThat(figures.error()).isBetween(0.0, 1e-5);
        assertThat(figures.device()).isPositive();
        assertThat(figures.processor()).isPositive();
        System.out.printf(Locale.ROOT, "%s: %.3g, %.3g%n", device.name(), figures.device(), figures.processor());
    }

    /** Of the trained model on the text: training at hardly any rate. */
    private static double loss(TrainingOptions options, MemoryShards shards, HogwildTrainer.Result model)
            throws Exception {
        TrainingOptions hardly =
                options.toBuilder().rate(1e-20).kernel(KernelChoice.SCALAR).build();
        TrainingPlan plan = new TrainingPlan(hardly, shards.counts());
        TrainingClock clock = new TrainingClock(1, new LinearRate(hardly.rate(), hardly.rate()));
        Replica replica = new Replica(model.input(), model.output());
        try (SpacedReplica rows = new SpacedReplica(replica, plan.spacing())) {
            ProcessorStep step = new ProcessorStep(plan, clock, replica, rows, null);
            new Worker(hardly, plan, shards, WorkQueue.of(1, shards), clock, step).call();
        }
        return clock.loss() / clock.pairs();
    }

    /** Sentences whose words are of one topic. */
    private MemoryShards topics(int count) throws IOException {
        MemoryShards shards = new MemoryShards(TOPICS * WORDS_PER_TOPIC);
        for (int shard = 0; shard < count; shard++) {
            int[][] sentences = new int[300][];
            for (int s = 0; s < sentences.length; s++) {
                int topic = random.below(TOPICS);
                sentences[s] = new int[20];
                for (int k = 0; k < 20; k++) {
                    sentences[s][k] = topic + TOPICS * random.below(WORDS_PER_TOPIC);
                }
            }
            shards.addShard(sentences);
        }
        return shards;
    }

    private static double norm(HogwildTrainer.Result result) {
        double sum = 0;
        for (int row = 0; row < result.input().rows(); row++) {
            for (float value : result.input().row(row)) {
                sum += value * value;
            }
        }
        return Math.sqrt(sum);
    }
}
