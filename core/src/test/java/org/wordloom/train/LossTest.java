package org.wordloom.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.wordloom.TestRandom;
import org.wordloom.corpus.MemoryShards;

/** The loss that is reported is the mean over pairs: before anything is learned, log 2 for each decision of a pair. */
class LossTest {
    private static final int WORDS = 16;

    @Test
    void negativeSamplingDecidesOnceForTheTargetAndForEveryNegativeThatIsNotIt() throws Exception {
        for (TrainingOptions model : OptionCombinations.models()) {
            if (model.objective() == ObjectiveChoice.NEGATIVE_SAMPLING) {
                double decisions = 1 + model.negative() * (1 - 1.0 / WORDS);
                check(model, decisions, 0.03);
            }
        }
    }

    @Test
    void hierarchicalSoftmaxDecidesOnceForEveryNodeOfThePath() throws Exception {
        for (TrainingOptions model : OptionCombinations.models()) {
            if (model.objective() == ObjectiveChoice.HIERARCHICAL_SOFTMAX) {
                check(model, 4, 1e-3);
            }
        }
    }

    /** Words are equally frequent, so that noise is uniform and all paths are of length four. */
    private static void check(TrainingOptions model, double decisions, double tolerance) throws Exception {
        TestRandom random = TestRandom.create();
        int[] sentence = new int[9_600];
        for (int block = 0; block < sentence.length; block += WORDS) {
            int shift = random.below(WORDS);
            int step = random.oneOf(1, 3, 5, 7);
            for (int k = 0; k < WORDS; k++) {
                sentence[block + k] = (shift + step * k) % WORDS;
            }
        }
        MemoryShards shards = new MemoryShards(WORDS).addShard(sentence);
        TrainingOptions options =
                model.toBuilder().rate(1e-9).sample(0).noisePower(0).build();
        assertThat(Training.train(options, shards).loss())
                .as(OptionCombinations.name(options))
                .isCloseTo(decisions * Math.log(2), within(tolerance * decisions * Math.log(2)));
    }
}
