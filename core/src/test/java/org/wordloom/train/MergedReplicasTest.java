package org.wordloom.train;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.wordloom.TestRandom;
import org.wordloom.corpus.MemoryShards;
import org.wordloom.merge.MergeRule;

/** Many replicas of a model of topics: what merging costs, and what the rules make of it. */
class MergedReplicasTest {
    private static final int TOPICS = 20;
    private static final int WORDS_PER_TOPIC = 20;
    private static final int WORDS = TOPICS * WORDS_PER_TOPIC;

    private static MemoryShards topics(TestRandom random, int sentences) throws IOException {
        MemoryShards shards = new MemoryShards(WORDS);
        int[][] text = new int[sentences][];
        for (int s = 0; s < sentences; s++) {
            int topic = random.below(TOPICS);
            text[s] = new int[20];
            for (int k = 0; k < text[s].length; k++) {
                text[s][k] = random.below(1 + random.below(WORDS_PER_TOPIC)) * TOPICS + topic;
            }
        }
        return shards.addShard(text);
    }

    @ParameterizedTest
    @EnumSource(ArchitectureChoice.class)
    void curvatureLosesLessThanAveraging(ArchitectureChoice architecture) throws Exception {
        MemoryShards shards = topics(TestRandom.fixed(1), 6000);
        TrainingOptions options = TrainingOptions.builder(architecture)
                .dim(24)
                .sample(0)
                .epochs(2)
                .threads(1)
                .build();
        double one = loss(options, shards, MergeRule.AVERAGE, 1);
        double average = loss(options, shards, MergeRule.AVERAGE, 16);
        double curvature = loss(options, shards, MergeRule.CURVATURE, 16);
        assertThat(curvature - one).isLessThan((average - one) / 2);
    }

    private static double loss(TrainingOptions options, MemoryShards shards, MergeRule rule, int replicas)
            throws Exception {
        return new LocalReplicas(options, shards.counts(), shards)
                .train(rule, replicas, 4)
                .loss();
    }

    static List<TrainingOptions> models() {
        return OptionCombinations.models();
    }

    @ParameterizedTest
    @MethodSource("models")
    void everyModelTrainsByEveryRule(TrainingOptions options) throws Exception {
        MemoryShards shards = MemoryShards.random(TestRandom.create(), 30, 2, 60, 12);
        for (MergeRule rule : MergeRule.values()) {
            if (rule != MergeRule.SUM) {
                LocalReplicas trained = new LocalReplicas(options, shards.counts(), shards).train(rule, 3, 2);
                assertThat(trained.loss()).as(rule.label()).isFinite();
            }
        }
    }

    @Test
    void theSameSeedGivesTheSameBits() throws Exception {
        MemoryShards shards = MemoryShards.random(TestRandom.create(), 30, 2, 60, 12);
        TrainingOptions options = OptionCombinations.models().get(0);
        LocalReplicas one = new LocalReplicas(options, shards.counts(), shards).train(MergeRule.CURVATURE, 3, 2);
        LocalReplicas two = new LocalReplicas(options, shards.counts(), shards).train(MergeRule.CURVATURE, 3, 2);
        assertThat(Training.digest(one.input, one.output)).isEqualTo(Training.digest(two.input, two.output));
    }
}
