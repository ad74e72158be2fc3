package org.wordloom.train;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.wordloom.TestRandom;
import org.wordloom.corpus.MemoryShards;
import org.wordloom.matrix.RowMatrix;

/** Two topics that never meet in a sentence: the loss falls, and every word comes to lie among its own topic. */
class ConvergenceTest {
    private static final int WORDS = 20;

    static List<TrainingOptions> models() {
        return OptionCombinations.models();
    }

    @ParameterizedTest
    @MethodSource("models")
    void topicsSeparate(TrainingOptions model) throws Exception {
        MemoryShards shards =
                topics(TestRandom.fixed(2)); // of some texts, CBOW with a tree barely separates the topics
        double rate = model.architecture() == ArchitectureChoice.SKIPGRAM ? 0.05 : 0.2;
        TrainingOptions options = model.toBuilder().rate(rate).sample(0).dim(16).build();
        HogwildTrainer.Result untrained =
                Training.train(options.toBuilder().rate(1e-9).epochs(20).build(), shards);
        HogwildTrainer.Result trained =
                Training.train(options.toBuilder().epochs(20).build(), shards);
        assertThat(trained.loss()).isLessThan(untrained.loss());
        for (int word = 0; word < WORDS; word++) {
            assertThat(meanCosine(trained.input(), word, topic(word)))
                    .as("word %d: how near its own topic is", word)
                    .isGreaterThan(0.2 + meanCosine(trained.input(), word, 1 - topic(word)));
        }
    }

    private static double meanCosine(RowMatrix matrix, int word, int topic) {
        double sum = 0;
        int others = 0;
        for (int other = topic; other < WORDS; other += 2) {
            if (other != word) {
                sum += cosine(matrix, word, other);
                others++;
            }
        }
        return sum / others;
    }

    /** Both topics hold frequent and rare words: even ids belong to one, odd ids to the other. */
    private static int topic(int word) {
        return word % 2;
    }

    private static MemoryShards topics(TestRandom random) throws IOException {
        MemoryShards shards = new MemoryShards(WORDS);
        for (int shard = 0; shard < 3; shard++) {
            int[][] sentences = new int[100][];
            for (int s = 0; s < sentences.length; s++) {
                int topic = random.below(2);
                sentences[s] = new int[5 + random.below(15)];
                for (int k = 0; k < sentences[s].length; k++) {
                    sentences[s][k] = 2 * random.below(WORDS / 2) + topic;
                }
            }
            shards.addShard(sentences);
        }
        return shards;
    }

    private static double cosine(RowMatrix matrix, int a, int b) {
        double dot = 0;
        double squareA = 0;
        double squareB = 0;
        for (int c = 0; c < matrix.columns(); c++) {
            dot += (double) matrix.get(a, c) * matrix.get(b, c);
            squareA += (double) matrix.get(a, c) * matrix.get(a, c);
            squareB += (double) matrix.get(b, c) * matrix.get(b, c);
        }
        return dot / Math.sqrt(squareA * squareB);
    }
}
