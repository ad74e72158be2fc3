package org.wordloom.cluster.glove;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.withinPercentage;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.api.java.JavaSparkContext;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.wordloom.base.WordloomException;
import org.wordloom.blocks.Side;
import org.wordloom.cluster.LocalSpark;
import org.wordloom.cluster.cooccurrence.CachedCells;
import org.wordloom.cluster.cooccurrence.CellSource;
import org.wordloom.cluster.strata.StrataJob;
import org.wordloom.cluster.strata.StrataPlan;
import org.wordloom.cluster.strata.StrataResult;
import org.wordloom.opencl.OpenClDevices;
import org.wordloom.train.KernelChoice;
import org.wordloom.train.glove.GloveBlock;
import org.wordloom.train.glove.GloveOptions;
import org.wordloom.train.glove.GloveVisit;

/** GloVe by strata on made-up counts. */
@ExtendWith(LocalSpark.class)
class GloveModelTest {
    private static final GloveOptions OPTIONS =
            GloveOptions.builder().dim(12).epochs(6).xMax(10).exact(true).build();

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource({"1,2", "3,2", "3,3", "3,7", "7,1", "7,7"})
    void anyNumberOfThreadsGivesTheBitsOfOne(int blocks, int threads, JavaSparkContext spark) throws IOException {
        assertThat(train(spark, blocks, threads)).isDeepEqualTo(train(spark, blocks, 1));
    }

    @Test
    void tellsWhatRan(JavaSparkContext spark) throws IOException {
        GloveOptions scalar = OPTIONS.toBuilder().kernel(KernelChoice.SCALAR).build();
        assertThat(run(spark, model(scalar, 3), 2, true).kernel()).isEqualTo("scalar");
    }

    /** Threads take turns with the device. */
    @Test
    @Tag("opencl")
    void anOpenClDeviceLearnsAsWell(JavaSparkContext spark) throws IOException {
        String preloaded = String.valueOf(System.getenv("LD_PRELOAD"));
        assumeTrue(preloaded.contains("libjsig"), "without LD_PRELOAD=$JAVA_HOME/lib/libjsig.so PoCL may end the JVM");
        assumeTrue(OpenClDevices.best().isPresent(), "no OpenCL device");
        GloveOptions options =
                OPTIONS.toBuilder().exact(false).kernel(KernelChoice.OPENCL).build();
        assumeTrue(isPossible(options), "the JVM of this test does not suit OpenCL");
        try {
            StrataResult<GloveBlock> result = run(spark, model(options, 3), 2, false);
            assertThat(result.loss()).isCloseTo(run(spark, 3, 2).loss(), withinPercentage(5));
            assertThat(result.kernel())
                    .isEqualTo("opencl: " + OpenClDevices.best().get().name());
        } finally {
            GloveVisit.releaseDevice();
        }
    }

    /** With another collector than G1 it is not. */
    private static boolean isPossible(GloveOptions options) {
        try {
            return new GloveVisit(options).kernel().startsWith("opencl");
        } catch (WordloomException e) {
            return false;
        }
    }

    @Test
    void theLossFalls(JavaSparkContext spark) throws IOException {
        StrataResult<GloveBlock> result = run(spark, 4, 2);
        assertThat(result.loss()).isLessThan(0.8 * result.cycles().get(0).meanLoss());
        assertThat(result.cycles()).hasSize(6);
        assertThat(result.entries()).isEqualTo(6 * GeneratedCells.of(90, 4).entries());
    }

    @Test
    void blocksOfAnotherShapeAreRefused() throws IOException {
        GloveModel model = model(OPTIONS, 4);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        model.write(model.initial(Side.INPUT, 1), bytes);
        assertThat(bytes.size()).isEqualTo((int) model.bytes(Side.INPUT, 1));
        assertThat(read(model, Side.INPUT, 1, bytes).size()).isPositive();
        assertThatThrownBy(() -> read(model, Side.OUTPUT, 1, bytes))
                .isInstanceOf(WordloomException.class)
                .hasMessageContaining("expected OUTPUT 1");
    }

    @Test
    void cellsAreReadOnceWhenTheyFitAndOftenerWhenTheyDoNot() {
        GeneratedCells cells = GeneratedCells.of(90, 2);
        long pair = CachedCells.bytes(cells.cells(0, 0).size());
        assertThat(readsOfTwoCycles(new CachedCells(cells, 100 * pair))).isEqualTo(4);
        assertThat(readsOfTwoCycles(new CachedCells(cells, pair))).isEqualTo(4 + 3);
        assertThat(readsOfTwoCycles(new CachedCells(cells, 10))).isEqualTo(8);
    }

    private static int readsOfTwoCycles(CellSource cells) {
        int before = GeneratedCells.READS.get();
        for (int i = 0; i < 8; i++) {
            assertThat(cells.cells(i / 2 % 2, i % 2).size()).isPositive();
        }
        return GeneratedCells.READS.get() - before;
    }

    private static GloveBlock read(GloveModel model, Side side, int block, ByteArrayOutputStream bytes)
            throws IOException {
        return model.read(side, block, new ByteArrayInputStream(bytes.toByteArray()), "test", bytes.size());
    }

    private float[][] train(JavaSparkContext spark, int blocks, int threads) throws IOException {
        StrataResult<GloveBlock> result = run(spark, blocks, threads);
        List<float[]> all = new ArrayList<>();
        for (Side side : Side.values()) {
            for (int block = 0; block < blocks; block++) {
                GloveBlock trained = result.blocks().block(side, block);
                all.add(trained.parameters().lines());
                all.add(trained.parameters().biases());
            }
        }
        return all.toArray(float[][]::new);
    }

    private StrataResult<GloveBlock> run(JavaSparkContext spark, int blocks, int threads) {
        return run(spark, model(OPTIONS, blocks), threads, true);
    }

    private StrataResult<GloveBlock> run(JavaSparkContext spark, GloveModel model, int threads, boolean exact) {
        long entries = GeneratedCells.of(90, model.blocks()).entries();
        StrataPlan plan = StrataPlan.of(OPTIONS.epochs(), 1).withThreads(threads, exact);
        return new StrataJob<>(spark, model, plan).run(entries, folder.toString(), note -> {});
    }

    private static GloveModel model(GloveOptions options, int blocks) {
        GeneratedCells cells = GeneratedCells.of(90, blocks);
        return new GloveModel(options, cells.partition(), cells, 90 * 90);
    }
}
