package org.wordloom.train;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.wordloom.ChildJvm;
import org.wordloom.TestRandom;
import org.wordloom.corpus.MemoryShards;
import org.wordloom.kernel.TileKernels;

/** One thread and one seed give the same bits, however often and however the code was compiled. */
class DeterminismTest {
    private static final int ROUNDS = 30;

    @Test
    void theSameSeedGivesTheSameBits() throws Exception {
        MemoryShards shards = MemoryShards.random(TestRandom.create(), 40, 3, 30, 20);
        for (TrainingOptions options : OptionCombinations.all()) {
            assertThat(Training.digest(Training.train(options, shards)))
                    .as(OptionCombinations.name(options))
                    .isEqualTo(Training.digest(Training.train(options, shards)));
        }
    }

    @Test
    void anotherSeedGivesOthers() throws Exception {
        MemoryShards shards = MemoryShards.random(TestRandom.create(), 40, 1, 30, 20);
        for (TrainingOptions options : OptionCombinations.models()) {
            TrainingOptions other = options.toBuilder().seed(options.seed() + 1).build();
            assertThat(Training.digest(Training.train(options, shards)))
                    .isNotEqualTo(Training.digest(Training.train(other, shards)));
        }
    }

    @Test
    void theKernelThatWasAskedForRuns() throws Exception {
        MemoryShards shards = MemoryShards.random(TestRandom.create(), 10, 1, 5, 5);
        TrainingOptions options = OptionCombinations.models().get(0);
        assertThat(kernel(options, KernelChoice.SCALAR, shards)).isEqualTo("scalar");
        String fastest = TileKernels.simdObstacle() == null ? "simd" : "scalar";
        assertThat(kernel(options, KernelChoice.AUTO, shards)).isEqualTo(fastest);
        if (TileKernels.simdObstacle() == null) {
            assertThat(kernel(options, KernelChoice.SIMD, shards)).isEqualTo("simd");
        }
    }

    private static String kernel(TrainingOptions options, KernelChoice choice, MemoryShards shards) throws Exception {
        return Training.train(options.toBuilder().kernel(choice).build(), shards)
                .kernel();
    }

    /** Several rounds here, so that the compilers have had their say; the child only interprets. */
    @Test
    void interpretedAndCompiledCodeGiveTheSameBits() throws Exception {
        List<String> here = DigestMain.lines();
        for (int round = 1; round < ROUNDS; round++) {
            assertThat(DigestMain.lines()).isEqualTo(here);
        }
        List<String> interpreted =
                ChildJvm.run(List.of("-Xint", "--add-modules=jdk.incubator.vector"), DigestMain.class);
        assertThat(interpreted).isEqualTo(here);
    }
}
