package org.wordloom.objective;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.wordloom.TestRandom;
import org.wordloom.base.RandomStream;
import org.wordloom.kernel.Link;
import org.wordloom.kernel.Tile;
import org.wordloom.vocab.HuffmanTree;
import org.wordloom.vocab.NoiseSampler;

/** Which output rows, labels and weights the targets of a tile become. */
class ObjectiveTest {
    private static final int WORDS = 12;
    private static final int HIDDEN = 7;
    private static final int TARGETS = 4;

    private final TestRandom random = TestRandom.create();
    private final long[] counts = new long[WORDS];

    ObjectiveTest() {
        Arrays.setAll(counts, word -> 1000 / (word + 1));
    }

    @Test
    void negativesWeighAsMuchAsKForEveryPairButNeverOnTheirOwnTarget() {
        int negatives = 6;
        for (int drawn : new int[] {1, 4, 6, 12}) {
            NoiseSampler noise = new NoiseSampler(counts, 0.75);
            Objective objective = new NegativeSampling(noise, WORDS, negatives, drawn, Link.LOGISTIC);
            Tile tile = randomTile(objective);
            objective.addOutputs(tile, new RandomStream(5));
            assertThat(tile.outputs()).isEqualTo(TARGETS + drawn).isEqualTo(objective.maxOutputs(TARGETS));
            checkPositives(tile);
            RandomStream draws = new RandomStream(5);
            for (int j = TARGETS; j < tile.outputs(); j++) {
                assertThat(tile.outputRow(j)).isEqualTo(noise.word(draws.next()));
                assertThat(tile.label(j)).isZero();
                for (int i = 0; i < HIDDEN; i++) {
                    float expected = pairsWithAnotherTarget(tile, i, tile.outputRow(j)) * negatives / drawn;
                    assertThat(tile.weight(i, j)).isCloseTo(expected, within(1e-5f));
                }
            }
        }
    }

    private static void checkPositives(Tile tile) {
        for (int t = 0; t < TARGETS; t++) {
            assertThat(tile.outputRow(t)).isEqualTo(tile.target(t));
            assertThat(tile.label(t)).isEqualTo(1f);
            for (int i = 0; i < HIDDEN; i++) {
                assertThat(tile.weight(i, t)).isEqualTo(tile.pair(i, t));
            }
        }
    }

    private static float pairsWithAnotherTarget(Tile tile, int i, int word) {
        float pairs = 0;
        for (int t = 0; t < TARGETS; t++) {
            if (tile.target(t) != word) {
                pairs += tile.pair(i, t);
            }
        }
        return pairs;
    }

    @Test
    void hierarchicalSoftmaxWalksThePaths() {
        HuffmanTree tree = new HuffmanTree(counts);
        Objective objective = new HierarchicalSoftmax(tree, WORDS, Link.LOGISTIC_SKIPPED);
        assertThat(objective.rows()).isEqualTo(WORDS - 1);
        Tile tile = randomTile(objective);
        objective.addOutputs(tile, new RandomStream(5));
        int j = 0;
        for (int t = 0; t < TARGETS; t++) {
            int word = tile.target(t);
            for (int k = 0; k < tree.length(word); k++) {
                assertThat(tile.outputRow(j)).isEqualTo(tree.node(word, k));
                assertThat(tile.label(j)).isEqualTo(tree.code(word, k) == 0 ? 1f : 0f);
                for (int i = 0; i < HIDDEN; i++) {
                    assertThat(tile.weight(i, j)).isEqualTo(tile.pair(i, t));
                }
                j++;
            }
        }
        assertThat(tile.outputs()).isEqualTo(j).isLessThanOrEqualTo(objective.maxOutputs(TARGETS));
    }

    private Tile randomTile(Objective objective) {
        Tile tile = new Tile(HIDDEN, TARGETS, objective.maxOutputs(TARGETS), 3);
        for (int t = 0; t < TARGETS; t++) {
            tile.addTarget(random.below(WORDS));
        }
        for (int i = 0; i < HIDDEN; i++) {
            tile.addHidden();
            tile.addInput(random.below(WORDS));
            for (int t = 0; t < TARGETS; t++) {
                if (random.below(2) == 0) {
                    tile.addPair(i, t);
                }
            }
        }
        return tile;
    }
}
