package org.wordloom.cluster.pairs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.spark.api.java.JavaSparkContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.wordloom.base.WordloomException;
import org.wordloom.blocks.BlockPartition;
import org.wordloom.blocks.BlockVisit;
import org.wordloom.blocks.Side;
import org.wordloom.cluster.LocalSpark;
import org.wordloom.cluster.corpus.Corpus;
import org.wordloom.cluster.encoding.EncodeJob;
import org.wordloom.cluster.encoding.EncodedCorpus;
import org.wordloom.cluster.storage.Storage;
import org.wordloom.cluster.strata.StrataCost;
import org.wordloom.cluster.strata.StrataJob;
import org.wordloom.cluster.strata.StrataPlan;
import org.wordloom.cluster.strata.StrataResult;
import org.wordloom.cluster.vocabulary.VocabularyJob;
import org.wordloom.cooccurrence.Cells;
import org.wordloom.format.WordModelFormat;
import org.wordloom.matrix.RowMatrix;
import org.wordloom.model.VectorSelection;
import org.wordloom.model.WordModel;
import org.wordloom.model.WordVectors;
import org.wordloom.train.ArchitectureChoice;
import org.wordloom.train.TrainingOptions;
import org.wordloom.train.pairs.PairBlock;
import org.wordloom.train.pairs.PairOptions;
import org.wordloom.train.pairs.PairVisit.Portion;
import org.wordloom.vocab.Vocabulary;
import org.wordloom.vocab.VocabularyOptions;

/** Skip-gram on text by strata, on a local master. */
@ExtendWith(LocalSpark.class)
class TextPairJobTest {
    private final Storage storage = Storage.local();

    @TempDir
    private Path folder;

    private Path text;

    @BeforeEach
    void writeText() throws IOException {
        text = Files.writeString(folder.resolve("text"), TextTraining.topics(1, 1500));
    }

    @Test
    void anyNumberOfThreadsGivesTheBitsOfOne(JavaSparkContext spark) throws IOException {
        String expected = digest(spark, "one", threads(1));
        assertThat(digest(spark, "two", threads(2))).isEqualTo(expected);
        assertThat(digest(spark, "three", threads(3))).isEqualTo(expected);
        PairOptions other = new PairOptions(
                TextTraining.OPTIONS.model().toBuilder().seed(2).build(), TextTraining.OPTIONS.cycles());
        assertThat(digest(spark, "other", other)).isNotEqualTo(expected);
    }

    @Test
    void wordsOfOneTopicComeTogether(JavaSparkContext spark) throws IOException {
        PairOptions options = new PairOptions(
                TrainingOptions.builder(ArchitectureChoice.SKIPGRAM)
                        .dim(12)
                        .epochs(20)
                        .sample(0)
                        .rate(PairOptions.RATE)
                        .rowRateCount(PairOptions.ROW_RATE_COUNT)
                        .build(),
                20);
        Path output = folder.resolve("topics");
        TextPairSummary summary =
                TextTraining.run(spark, text, output, TextTraining.plan(options, StrataPlan.NEVER, false));
        assertThat(summary.strata().cycles()).hasSize(20);
        assertThat(summary.strata().entries()).isEqualTo(summary.buckets().pairs());
        assertThat(summary.strata().loss())
                .isLessThan(0.9 * summary.strata().cycles().get(0).meanLoss());
        assertThat(summary.buckets().bytes())
                .isBetween(1L, 4 * summary.buckets().pairs());
        assertThat(summary.noiseDivergence()).isCloseTo(0, within(1e-3));
        assertThat(separation(vectors(output))).isGreaterThan(0.5);
    }

    @Test
    void pairsInMemoryInAFileAndOnExecutorsAreTheSame(JavaSparkContext spark) throws Exception {
        EncodedText source = encode(spark);
        EncodedCorpus encoded = source.corpus();
        CycleText cycleText = source.text();
        StoredPairs files = new StoredPairs(storage, folder.resolve("pairs").toString(), TextTraining.BLOCKS, 10);
        try (LocalCycles memory = local(encoded, cycleText, 1, 1L << 30);
                LocalCycles spilled = local(encoded, cycleText, 3, 1000);
                StoredCycles stored = new StoredCycles(spark, encoded, cycleText, storage, files)) {
            for (int cycle = 0; cycle < TextTraining.OPTIONS.cycles(); cycle++) {
                for (CycleFeed feed : List.of(memory, spilled, stored)) {
                    feed.begin(cycle);
                }
                assertSame(memory.pairs(), spilled.pairs(), cycle);
                assertSame(memory.pairs(), stored.pairs(), cycle);
            }
            assertThat(spilled.sum().spilledBytes()).isPositive();
            assertThat(memory.sum().spilledBytes()).isZero();
            assertThat(stored.sum().pairs()).isEqualTo(memory.sum().pairs());
            assertThat(folder.resolve("pairs").toFile().list()).hasSize(TextTraining.OPTIONS.cycles());
            stored.release(TextTraining.OPTIONS.cycles());
            assertThat(folder.resolve("pairs").toFile().list()).isEmpty();
            assertThatThrownBy(() -> memory.cells(new BlockVisit(0, 0, 0))).isInstanceOf(WordloomException.class);
        }
    }

    /** The second run makes the pairs of the cycle anew in which the first one failed, and trains on to the same bits. */
    @Test
    void aRunThatFailedIsContinuedToTheSameBits(JavaSparkContext spark) throws IOException {
        EncodedText encoded = encode(spark);
        BlockVisit last = new BlockVisit(1, 2, 2);
        assertThatThrownBy(() -> train(spark, encoded, "checkpoints", false, visit -> {
                    if (visit.equals(last)) {
                        throw new IllegalStateException("power is out");
                    }
                }))
                .hasMessageContaining("power is out");
        StrataResult<PairBlock> resumed = train(spark, encoded, "checkpoints", true, visit -> {});
        assertThat(resumed.resumedAt()).isGreaterThanOrEqualTo(TextTraining.BLOCKS);
        StrataResult<PairBlock> whole = train(spark, encoded, "others", false, visit -> {});
        for (Side side : Side.values()) {
            for (int block = 0; block < TextTraining.BLOCKS; block++) {
                RowMatrix expected = whole.blocks().block(side, block).vectors();
                RowMatrix vectors = resumed.blocks().block(side, block).vectors();
                for (int row = 0; row < expected.rows(); row++) {
                    assertThat(vectors.row(row)).containsExactly(expected.row(row));
                }
            }
        }
    }

    /** Before anything is encoded, a schedule is chosen by what visits are refused by later. */
    @Test
    void whatVisitsShareIsForeseen(JavaSparkContext spark) {
        CycleText cycles = encode(spark).text();
        StrataCost foreseen = new StrataCost(cycles.counts().length, 100, TextTraining.BLOCKS, 1, 0);
        assertThat(TextPairJob.model(cycles, StrataPlan.of(1, 7)).sharedBytes()).isEqualTo(foreseen.sharedBytes());
    }

    private StrataResult<PairBlock> train(
            JavaSparkContext spark, EncodedText encoded, String name, boolean resume, Consumer<BlockVisit> trouble) {
        StrataPlan plan = StrataPlan.of(TextTraining.OPTIONS.cycles(), 7)
                .withThreads(2, true)
                .withCheckpoints(Duration.ZERO, resume, Map.of());
        PairModel model = TextPairJob.model(encoded.text(), plan);
        try (LocalCycles cycles = new LocalCycles(
                storage,
                encoded.corpus(),
                encoded.text(),
                new LocalCycles.Memory(2, 1 << 18, 1 << 20, folder),
                model.pairs())) {
            return new StrataJob<>(spark, model.withFeed(new TroubledFeed(cycles, trouble)), plan)
                    .run(1000, folder.resolve(name).toString(), note -> {}, cycles);
        }
    }

    /** Pairs that cannot always be had. */
    private record TroubledFeed(LocalCycles cycles, Consumer<BlockVisit> trouble) implements PairFeed {
        @Override
        public Cells cells(BlockVisit visit) throws IOException {
            trouble.accept(visit);
            return cycles.cells(visit);
        }

        @Override
        public Portion portion(int cycle) {
            return cycles.portion(cycle);
        }
    }

    /** A text as shards, and what reading its cycles needs. */
    private record EncodedText(EncodedCorpus corpus, CycleText text) {}

    private EncodedText encode(JavaSparkContext spark) {
        Corpus corpus = TextTraining.corpus(text);
        Vocabulary vocabulary = new VocabularyJob(spark)
                .run(corpus, new VocabularyOptions(1, 0))
                .vocabulary();
        EncodedCorpus encoded = new EncodeJob(spark)
                .run(corpus, vocabulary, folder.resolve("ids").toString());
        long[] counts = vocabulary.counts();
        BlockPartition partition = BlockPartition.equalMass(counts, TextTraining.BLOCKS, 1);
        return new EncodedText(encoded, new CycleText(TextTraining.OPTIONS, counts, partition));
    }

    @Test
    void whatIsNoPlanIsRefused(JavaSparkContext spark) {
        PairOptions cbow =
                new PairOptions(TrainingOptions.builder(ArchitectureChoice.CBOW).build(), 0);
        TextPairPlan plan = new TextPairPlan(
                new PairPlan(cbow, false, Duration.ZERO, false, VectorSelection.INPUT, List.of(), Map.of()),
                -1,
                -1,
                -1);
        assertThatThrownBy(() -> TextTraining.run(spark, text, folder.resolve("out"), plan))
                .isInstanceOf(WordloomException.class)
                .hasMessageContaining("--cycles is -1")
                .hasMessageContaining("--byte-budget is -1")
                .hasMessageContaining("--blocks is -1")
                .hasMessageContaining("skip-gram with negative sampling only");
    }

    @Test
    void cyclesFollowFromTheBudgetOfBytes() {
        long[] counts = new long[1000];
        Arrays.fill(counts, 1000);
        TrainingOptions model = TrainingOptions.builder(ArchitectureChoice.SKIPGRAM)
                .sample(0)
                .epochs(3)
                .dim(100)
                .build();
        PairPlan training = new PairPlan(
                new PairOptions(model, 1), false, Duration.ZERO, false, VectorSelection.INPUT, List.of(), Map.of());
        long cycle = 8L * 1000 * 100 * 4;
        assertThat(new TextPairPlan(training, 8, 0, 5 * cycle).cost(counts).cycles())
                .isEqualTo(5);
        assertThat(new TextPairPlan(training, 8, 0, 5 * cycle).cost(counts).vectorBytes())
                .isEqualTo(5 * cycle);
        assertThat(new TextPairPlan(training, 8, 0, 1).cost(counts).cycles()).isEqualTo(1);
        assertThat(new TextPairPlan(training, 8, 7, 1).cost(counts).cycles()).isEqualTo(7);
        // 18 million pairs of 20 bytes allow 112 cycles, more than 8 an epoch.
        assertThat(TextPairPlan.of(training).cost(counts)).isEqualTo(new StrataCost(1000, 100, 8, 24, 18_000_000));
    }

    private LocalCycles local(EncodedCorpus encoded, CycleText cycleText, int threads, long kept) {
        return new LocalCycles(storage, encoded, cycleText, new LocalCycles.Memory(threads, 1 << 18, kept, folder), 10);
    }

    private static void assertSame(PairFeed expected, PairFeed feed, int cycle) throws IOException {
        assertThat(feed.portion(cycle)).isEqualTo(expected.portion(cycle));
        for (int row = 0; row < TextTraining.BLOCKS; row++) {
            for (int column = 0; column < TextTraining.BLOCKS; column++) {
                Cells cells = feed.cells(new BlockVisit(cycle, row, column));
                Cells others = expected.cells(new BlockVisit(cycle, row, column));
                assertThat(cells.rows()).containsExactly(others.rows());
                assertThat(cells.columns()).containsExactly(others.columns());
                assertThat(cells.values()).containsExactly(others.values());
            }
        }
    }

    private static PairOptions threads(int threads) {
        PairOptions options = TextTraining.OPTIONS;
        return new PairOptions(options.model().toBuilder().threads(threads).build(), options.cycles());
    }

    private String digest(JavaSparkContext spark, String name, PairOptions options) throws IOException {
        Path output = folder.resolve(name);
        TextTraining.run(spark, text, output, TextTraining.plan(options, StrataPlan.NEVER, false));
        return TextTraining.digest(output);
    }

    private WordVectors vectors(Path output) throws IOException {
        Path file = output.resolve("model.wordloom");
        try (InputStream in = Files.newInputStream(file)) {
            WordModel model = WordModelFormat.read(in, file.toString(), Files.size(file));
            return VectorSelection.INPUT.select(model);
        }
    }

    /** Mean cosine within the topics less that between them, over the ten most frequent words of each. */
    private static double separation(WordVectors vectors) {
        double[] sums = new double[2];
        int[] pairs = new int[2];
        for (int first = 0; first < 20; first++) {
            for (int second = 0; second < first; second++) {
                boolean same = topic(vectors, first) == topic(vectors, second);
                sums[same ? 0 : 1] += vectors.cosine(first, second);
                pairs[same ? 0 : 1]++;
            }
        }
        assertThat(Arrays.stream(pairs).min().orElse(0)).isPositive();
        return sums[0] / pairs[0] - sums[1] / pairs[1];
    }

    private static char topic(WordVectors vectors, int id) {
        return vectors.vocabulary().word(id).charAt(0);
    }
}
