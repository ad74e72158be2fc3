package org.wordloom.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.wordloom.TestRandom;
import org.wordloom.base.ExitCode;
import org.wordloom.base.WordloomException;
import org.wordloom.corpus.MemoryShards;

/** Vectors that are not finite never leave the trainer: it stops and says at which step. */
class DivergenceTest {
    private final TestRandom random = TestRandom.create();

    static List<TrainingOptions> models() {
        return OptionCombinations.models();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3})
    void aHugeRateStopsTheRun(int threads) throws Exception {
        MemoryShards shards = MemoryShards.random(random, 30, 3, 300, 20);
        for (TrainingOptions model : models()) {
            TrainingOptions options =
                    model.toBuilder().rate(1e30).threads(threads).build();
            assertThatThrownBy(() -> Training.train(options, shards))
                    .as(OptionCombinations.name(options))
                    .isInstanceOfSatisfying(WordloomException.class, e -> assertThat(e.exitCode())
                            .isEqualTo(ExitCode.TRAINING))
                    .hasMessageContaining("diverged")
                    .hasMessageContaining("--rate");
        }
    }

    @Test
    void theErrorNamesTheStep() throws Exception {
        MemoryShards shards = MemoryShards.random(random, 30, 3, 300, 20);
        TrainingOptions options = models().get(0).toBuilder().rate(1e30).build();
        assertThatThrownBy(() -> Training.train(options, shards))
                .hasMessageContaining("epoch 1 of 2")
                .hasMessageContaining("shard 0")
                .hasMessageContaining("words");
    }

    @ParameterizedTest
    @MethodSource("models")
    void alsoWhenTheCorpusIsTiny(TrainingOptions model) throws Exception {
        MemoryShards shards = new MemoryShards(3).addShard(new int[] {0, 1, 2, 1, 0, 2, 1, 0});
        TrainingOptions options = model.toBuilder().rate(1e30).sample(0).build();
        assertThatThrownBy(() -> {
                    HogwildTrainer.Result result = Training.train(options, shards);
                    assertThat(Training.finite(result)).as("finite vectors").isTrue();
                })
                .isInstanceOf(WordloomException.class);
    }
}
