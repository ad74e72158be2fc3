package org.wordloom.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.wordloom.TestRandom;
import org.wordloom.kernel.Tile;

/** The tiles of a sentence hold every prediction of word2vec's windows once, whatever the windows a tile combines. */
class ArchitectureTest {
    private static final int MOST_CENTRES = 5;

    private final TestRandom random = TestRandom.create();

    @Test
    void skipGramPairsEveryContextWordWithItsCentre() {
        for (int round = 0; round < 200; round++) {
            int window = 1 + random.below(6);
            Sentence sentence = randomSentence(window);
            List<String> expected = new ArrayList<>();
            for (int c = 0; c < sentence.length(); c++) {
                for (int context : context(sentence, c)) {
                    expected.add(context + " > " + sentence.word(c));
                }
            }
            Architecture architecture = new SkipGram(window, 1 + random.below(MOST_CENTRES));
            assertThat(predictions(architecture, sentence)).containsExactlyInAnyOrderElementsOf(expected);
        }
    }

    @Test
    void cbowPredictsTheCentreFromItsWholeContext() {
        for (int round = 0; round < 200; round++) {
            int window = 1 + random.below(6);
            Sentence sentence = randomSentence(window);
            List<String> expected = new ArrayList<>();
            for (int c = 0; c < sentence.length(); c++) {
                List<Integer> context = context(sentence, c);
                if (!context.isEmpty()) {
                    expected.add(contextName(context) + " > " + sentence.word(c));
                }
            }
            Architecture architecture = new Cbow(1 + random.below(MOST_CENTRES));
            assertThat(predictions(architecture, sentence)).containsExactlyInAnyOrderElementsOf(expected);
        }
    }

    /** Every pair of every tile, as "input rows > target", and along the way the limits of the architecture. */
    private static List<String> predictions(Architecture architecture, Sentence sentence) {
        Tile tile = new Tile(architecture.maxHidden(), architecture.maxTargets(), 1, 1);
        List<String> predictions = new ArrayList<>();
        for (int centre = 0; centre < sentence.length(); ) {
            tile.clear();
            int taken = architecture.fill(sentence, centre, tile);
            assertThat(taken).isBetween(1, sentence.length() - centre);
            centre += taken;
            assertThat(tile.hidden()).isLessThanOrEqualTo(architecture.maxHidden());
            assertThat(tile.targets()).isLessThanOrEqualTo(architecture.maxTargets());
            for (int i = 0; i < tile.hidden(); i++) {
                addPairs(tile, i, predictions);
            }
        }
        return predictions;
    }

    private static void addPairs(Tile tile, int i, List<String> predictions) {
        List<Integer> inputs = new ArrayList<>();
        for (int at = tile.inputStart(i); at < tile.inputStart(i + 1); at++) {
            inputs.add(tile.inputRow(at));
        }
        int before = predictions.size();
        for (int t = 0; t < tile.targets(); t++) {
            assertThat(tile.pair(i, t)).isIn(0f, 1f);
            if (tile.pair(i, t) == 1f) {
                predictions.add(contextName(inputs) + " > " + tile.target(t));
            }
        }
        assertThat(predictions.size()).as("a hidden vector predicts something").isGreaterThan(before);
    }

    private static String contextName(List<Integer> words) {
        return String.join(" ", words.stream().map(String::valueOf).toList());
    }

    private static List<Integer> context(Sentence sentence, int c) {
        List<Integer> context = new ArrayList<>();
        for (int p = 0; p < sentence.length(); p++) {
            if (p != c && Math.abs(p - c) <= sentence.window(c)) {
                context.add(sentence.word(p));
            }
        }
        return context;
    }

    private Sentence randomSentence(int window) {
        Sentence sentence = new Sentence(30);
        int length = random.below(30);
        for (int k = 0; k < length; k++) {
            sentence.add(random.below(8), 1 + random.below(window));
        }
        return sentence;
    }
}
