package org.wordloom.cluster.pairs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import org.apache.spark.api.java.JavaSparkContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.wordloom.base.WordloomException;
import org.wordloom.blocks.BlockPartition;
import org.wordloom.blocks.Side;
import org.wordloom.cluster.LocalSpark;
import org.wordloom.cluster.strata.StrataJob;
import org.wordloom.cluster.strata.StrataMemory;
import org.wordloom.cluster.strata.StrataPlan;
import org.wordloom.cluster.strata.StrataResult;
import org.wordloom.matrix.RowMatrix;
import org.wordloom.train.ArchitectureChoice;
import org.wordloom.train.TrainingOptions;
import org.wordloom.train.pairs.PairBlock;
import org.wordloom.train.pairs.PairOptions;
import org.wordloom.train.pairs.PairTables;

/** Skip-gram by strata on made-up counts. */
@ExtendWith(LocalSpark.class)
class PairModelTest {
    private static final int WORDS = 80;
    private static final long KEY = 5;
    private static final PairOptions OPTIONS = new PairOptions(
            TrainingOptions.builder(ArchitectureChoice.SKIPGRAM)
                    .dim(12)
                    .epochs(40)
                    .rate(PairOptions.RATE)
                    .rowRateCount(100)
                    .build(),
            8);

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource({"1,3", "3,2", "3,3", "3,7", "7,1", "7,7"})
    void anyNumberOfThreadsGivesTheBitsOfOne(int blocks, int threads, JavaSparkContext spark) throws IOException {
        assertThat(vectors(run(spark, blocks, threads), blocks)).isDeepEqualTo(vectors(run(spark, blocks, 1), blocks));
    }

    @Test
    void theLossFalls(JavaSparkContext spark) {
        StrataResult<PairBlock> result = run(spark, 4, 2);
        assertThat(result.cycles()).hasSize(8);
        assertThat(result.loss()).isLessThan(0.9 * result.cycles().get(0).meanLoss());
        double pairs = model(MadeUpCounts.of(WORDS, 4), spark).pairs();
        assertThat(result.entries()).isCloseTo(Math.round(40 * pairs), within(Math.round(pairs)));
    }

    /** Blocks go through their files: what is read back trains on to the same bits. */
    @Test
    void aRunThatFailedIsContinuedToTheSameBits(JavaSparkContext spark) throws IOException {
        MadeUpCounts counts = MadeUpCounts.of(WORDS, 3);
        StrataPlan plan = plan(2).withCheckpoints(Duration.ZERO, false, Map.of());
        PairModel model = model(counts, spark);
        PairModel failing = model.withFeed(PairFeed.ofCounts(counts.failing(5), OPTIONS.share()));
        assertThatThrownBy(() -> train(spark, failing, plan)).hasMessageContaining("power is out");
        StrataResult<PairBlock> resumed = train(spark, model, plan(2).withCheckpoints(Duration.ZERO, true, Map.of()));
        assertThat(vectors(resumed, 3)).isDeepEqualTo(vectors(run(spark, 3, 1), 3));
    }

    /** Rows of 12 floats take 16 on the heap: what a machine is asked for must not be what the file takes. */
    @Test
    void memoryIsThatOfPaddedRows(JavaSparkContext spark) {
        PairModel model = model(MadeUpCounts.of(WORDS, 4), spark);
        long heap = 0;
        long floats = 0;
        for (int block = 0; block < model.blocks(); block++) {
            RowMatrix rows = model.initial(Side.INPUT, block).vectors();
            heap += 2 * model.heapBytes(Side.INPUT, block);
            floats += 2L * rows.rows() * rows.stride();
        }
        assertThat(heap).isGreaterThanOrEqualTo(floats * Float.BYTES);
        assertThat(StrataMemory.of(model).inOneJvm(1)).isGreaterThanOrEqualTo(heap);
    }

    @Test
    void blocksAreReadBackAndOthersRefused(JavaSparkContext spark) throws IOException {
        PairModel model = model(MadeUpCounts.of(WORDS, 4), spark);
        PairBlock block = model.initial(Side.INPUT, 1);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        model.write(block, bytes);
        assertThat(bytes.size()).isEqualTo((int) model.bytes(Side.INPUT, 1));
        PairBlock read = read(model, Side.INPUT, 1, bytes.toByteArray());
        assertThat(read.vectors().row(3)).containsExactly(block.vectors().row(3));
        assertThat(read.number()).isEqualTo(1);
        for (Side side : Side.values()) {
            assertThatThrownBy(() -> read(model, side, 2, bytes.toByteArray()))
                    .isInstanceOf(WordloomException.class)
                    .hasMessageContaining("test is damaged or of another format");
        }
        for (int at = 0; at < bytes.size(); at++) {
            byte[] damaged = bytes.toByteArray();
            damaged[at] ^= 4;
            assertThatThrownBy(() -> read(model, Side.INPUT, 1, damaged)).isInstanceOf(WordloomException.class);
            byte[] cut = Arrays.copyOf(damaged, at);
            assertThatThrownBy(() -> read(model, Side.INPUT, 1, cut)).isInstanceOf(WordloomException.class);
        }
    }

    @Test
    void weightsAreThoseOfTheSubsampledRows(JavaSparkContext spark) {
        float[] keep = PairTables.keep(OPTIONS, MadeUpCounts.wordCounts(WORDS));
        MadeUpCounts counts = MadeUpCounts.of(WORDS, 5);
        double[] weights = new PairWeights(spark, counts, counts.partition(), keep).run();
        for (int row = 0; row < WORDS; row++) {
            double expected = 0;
            for (int column = 0; column < WORDS; column++) {
                expected += (double) MadeUpCounts.count(row, column) * keep[row] * keep[column];
            }
            assertThat(weights[row]).isCloseTo(expected, within(1e-9 * expected));
        }
    }

    private static PairBlock read(PairModel model, Side side, int block, byte[] bytes) throws IOException {
        return model.read(side, block, new ByteArrayInputStream(bytes), "test", bytes.length);
    }

    private static float[][] vectors(StrataResult<PairBlock> result, int blocks) throws IOException {
        float[][] all = new float[2 * WORDS][];
        int next = 0;
        for (Side side : Side.values()) {
            for (int block = 0; block < blocks; block++) {
                PairBlock rows = result.blocks().block(side, block);
                for (int row = 0; row < rows.vectors().rows(); row++) {
                    all[next++] = rows.vectors().row(row);
                }
            }
        }
        return all;
    }

    private StrataResult<PairBlock> run(JavaSparkContext spark, int blocks, int threads) {
        return train(spark, model(MadeUpCounts.of(WORDS, blocks), spark), plan(threads));
    }

    private StrataResult<PairBlock> train(JavaSparkContext spark, PairModel model, StrataPlan plan) {
        return new StrataJob<>(spark, model, plan).run(1000, folder.toString(), note -> {});
    }

    private static StrataPlan plan(int threads) {
        return StrataPlan.of(OPTIONS.cycles(), KEY).withThreads(threads, true);
    }

    private static PairModel model(MadeUpCounts counts, JavaSparkContext spark) {
        long[] words = MadeUpCounts.wordCounts(WORDS);
        double[] weights = new PairWeights(spark, counts, counts.partition(), PairTables.keep(OPTIONS, words)).run();
        BlockPartition partition = counts.partition();
        return new PairModel(
                OPTIONS,
                partition,
                () -> new PairTables(OPTIONS, partition, words, weights),
                PairFeed.ofCounts(counts, OPTIONS.share()),
                WORDS * WORDS * 12L,
                0,
                KEY);
    }
}
