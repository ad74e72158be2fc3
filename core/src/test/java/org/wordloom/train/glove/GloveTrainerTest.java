package org.wordloom.train.glove;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.wordloom.ChildJvm;
import org.wordloom.TestRandom;
import org.wordloom.base.Progress;
import org.wordloom.blocks.BlockPartition;
import org.wordloom.kernel.TileKernels;
import org.wordloom.train.KernelChoice;

class GloveTrainerTest {
    private static final int ROUNDS = 20;

    private final TestRandom random = TestRandom.create();

    private static GloveOptions options() {
        return GloveOptions.builder().dim(12).epochs(6).xMax(20).exact(true).build();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 5, 60})
    void agreesWithTheSlowReference(int blocks) throws Exception {
        MemoryCells matrix = MemoryCells.random(random, 40, 0.4);
        BlockPartition partition = matrix.partition(blocks);
        CellSource source = matrix.source(partition);
        GloveTrainer.Result result = train(options(), partition, source);
        GloveReference reference = new GloveReference(options(), partition, source);
        double loss = reference.train();
        assertThat(result.losses()[5]).isCloseTo(loss, within(1e-3 * loss));
        for (int row = 0; row < matrix.words(); row++) {
            for (int column = 0; column < 12; column++) {
                assertThat((double) result.words().get(row, column))
                        .isCloseTo(reference.word(row, column), within(2e-4));
                assertThat((double) result.contexts().get(row, column))
                        .isCloseTo(reference.context(row, column), within(2e-4));
            }
        }
    }

    @Test
    void exactModeGivesTheSameBitsForAnyNumberOfThreads() throws Exception {
        MemoryCells matrix = MemoryCells.random(random, 60, 0.5);
        for (int blocks : new int[] {1, 4, 9}) {
            List<String> digests = new ArrayList<>();
            for (int threads : new int[] {1, 2, 3, 7, 7}) {
                digests.add(GloveDigestMain.digest(
                        train(options().toBuilder().threads(threads).build(), matrix, blocks)));
            }
            assertThat(digests).containsOnly(digests.get(0));
        }
    }

    /** Vectors so wide that the blocks exceed the cache, and the cells are taken tile by tile. */
    @Test
    void tilesGiveTheSameBitsForAnyNumberOfThreads() throws Exception {
        MemoryCells matrix = MemoryCells.random(random, 140, 0.7);
        GloveOptions wide = options().toBuilder().dim(3000).epochs(2).build();
        List<String> digests = new ArrayList<>();
        for (int threads : new int[] {1, 3}) {
            digests.add(GloveDigestMain.digest(
                    train(wide.toBuilder().threads(threads).build(), matrix, 1)));
        }
        GloveOptions fast = wide.toBuilder().exact(false).threads(1).build();
        digests.add(GloveDigestMain.digest(train(fast, matrix, 1)));
        assertThat(digests).containsOnly(digests.get(0));
        double[] losses = train(fast.toBuilder().threads(3).build(), matrix, 1).losses();
        assertThat(losses[1]).isLessThan(losses[0]);
    }

    @Test
    void allKernelsGiveTheSameBits() throws Exception {
        MemoryCells matrix = MemoryCells.random(random, 50, 0.5);
        GloveOptions scalar = options().toBuilder().kernel(KernelChoice.SCALAR).build();
        GloveTrainer.Result result = train(scalar, matrix, 3);
        assertThat(result.kernel()).isEqualTo("scalar");
        GloveTrainer.Result fastest = train(options(), matrix, 3);
        assertThat(fastest.kernel()).isEqualTo(TileKernels.simdObstacle() == null ? "simd" : "scalar");
        assertThat(GloveDigestMain.digest(fastest)).isEqualTo(GloveDigestMain.digest(result));
    }

    @Test
    void seedsAndBlocksDecideTheResult() throws Exception {
        MemoryCells matrix = MemoryCells.random(random, 50, 0.5);
        String digest = GloveDigestMain.digest(train(options(), matrix, 3));
        GloveOptions otherSeed = options().toBuilder().seed(2).build();
        assertThat(GloveDigestMain.digest(train(otherSeed, matrix, 3))).isNotEqualTo(digest);
        assertThat(GloveDigestMain.digest(train(options(), matrix, 4))).isNotEqualTo(digest);
    }

    /** Several rounds here, so that the compilers have had their say; the child only interprets. */
    @Test
    void interpretedAndCompiledCodeGiveTheSameBits() throws Exception {
        List<String> here = GloveDigestMain.lines();
        for (int round = 1; round < ROUNDS; round++) {
            assertThat(GloveDigestMain.lines()).isEqualTo(here);
        }
        List<String> interpreted =
                ChildJvm.run(List.of("-Xint", "--add-modules=jdk.incubator.vector"), GloveDigestMain.class);
        assertThat(interpreted).isEqualTo(here);
    }

    @Test
    void findsWhatHiddenVectorsExplain() throws Exception {
        MemoryCells matrix = MemoryCells.ofHiddenVectors(TestRandom.fixed(3), 60, 3);
        GloveOptions options = options().toBuilder().dim(4).epochs(60).xMax(1).build();
        double[] losses = train(options, matrix, 4).losses();
        assertThat(losses[59]).isLessThan(1e-4 * losses[0]);
    }

    /** Fast mode: three Hogwild threads in each of two visits at a time. No two runs are the same; all are as good. */
    @Test
    void hogwildThreadsLearnAsWell() throws Exception {
        MemoryCells matrix = MemoryCells.ofHiddenVectors(TestRandom.fixed(3), 60, 3);
        GloveOptions options =
                GloveOptions.builder().dim(4).epochs(60).xMax(1).threads(6).build();
        double[] losses = train(options, matrix, 2).losses();
        assertThat(losses[59]).isLessThan(1e-4 * losses[0]);
    }

    @Test
    void reportsWhatItDid() throws Exception {
        MemoryCells matrix = MemoryCells.random(random, 30, 0.5);
        BlockPartition partition = matrix.partition(2);
        CellSource source = matrix.source(partition);
        List<Progress> reports = new ArrayList<>();
        GloveTrainer.Result result = new GloveTrainer(options(), partition, source).train(reports::add);
        Progress last = reports.get(reports.size() - 1);
        assertThat(last.stage()).isEqualTo("train");
        assertThat(last.unit()).isEqualTo("cells");
        assertThat(last.done())
                .isEqualTo(6 * source.size())
                .isEqualTo(last.total())
                .isEqualTo(result.cells());
        assertThat(result.losses()).hasSize(6);
        assertThat(result.losses()[5]).isLessThan(result.losses()[0]);
        assertThat(GloveTrainer.memoryBytes(options(), 30)).isGreaterThan(2 * 30 * 12 * 3 * Float.BYTES);
    }

    static GloveTrainer.Result train(GloveOptions options, MemoryCells matrix, int blocks) throws Exception {
        BlockPartition partition = matrix.partition(blocks);
        return train(options, partition, matrix.source(partition));
    }

    private static GloveTrainer.Result train(GloveOptions options, BlockPartition partition, CellSource source)
            throws Exception {
        return new GloveTrainer(options, partition, source).train(Progress.Listener.none());
    }
}
