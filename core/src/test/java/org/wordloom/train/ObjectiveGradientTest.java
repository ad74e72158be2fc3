package org.wordloom.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.wordloom.TestRandom;
import org.wordloom.architecture.Architecture;
import org.wordloom.architecture.Cbow;
import org.wordloom.architecture.Sentence;
import org.wordloom.architecture.SkipGram;
import org.wordloom.base.RandomStream;
import org.wordloom.kernel.ContextGradient;
import org.wordloom.kernel.Link;
import org.wordloom.kernel.Tile;
import org.wordloom.kernel.TileKernel;
import org.wordloom.kernel.TileKernels;
import org.wordloom.kernel.UpdateRule;
import org.wordloom.matrix.RowMatrix;
import org.wordloom.objective.HierarchicalSoftmax;
import org.wordloom.objective.NegativeSampling;
import org.wordloom.objective.Objective;
import org.wordloom.vocab.HuffmanTree;
import org.wordloom.vocab.NoiseSampler;

/**
 * A step of each architecture with each objective goes down the gradient of the loss that its papers write down, pair by
 * pair, as finite differences find it: neither tiles nor their weights are asked. Rates of rows and what context words get
 * of a mean's gradient are factors.
 */
class ObjectiveGradientTest {
    private static final int WORDS = 9;
    private static final int COLUMNS = 5;
    private static final int WINDOW = 3;
    private static final int NEGATIVES = 4;
    private static final int DRAWN = 6;
    private static final float RATE = 0.5f;
    private static final double STEP = 1e-5;

    private final TestRandom random = TestRandom.create();
    private final long[] counts = new long[WORDS];
    private final HuffmanTree tree;
    private final NoiseSampler noise;

    ObjectiveGradientTest() {
        Arrays.setAll(counts, word -> 1000 / (word + 1));
        tree = new HuffmanTree(counts);
        noise = new NoiseSampler(counts, 0.75);
    }

    /** Words whose mean predicts another. */
    private record Pair(int[] inputs, int target) {}

    @ParameterizedTest
    @EnumSource(ContextGradient.class)
    void cbowGoesDownTheGradient(ContextGradient gradient) {
        for (int centres : new int[] {1, 2}) {
            check(
                    new Cbow(centres),
                    gradient,
                    (sentence, c) -> List.of(new Pair(context(sentence, c), sentence.word(c))));
        }
    }

    @Test
    void skipGramGoesDownTheGradient() {
        for (int centres : new int[] {1, 4}) {
            check(new SkipGram(WINDOW, centres), ContextGradient.MEAN, (sentence, c) -> Arrays.stream(
                            context(sentence, c))
                    .mapToObj(word -> new Pair(new int[] {word}, sentence.word(c)))
                    .toList());
        }
    }

    private static int[] context(Sentence sentence, int centre) {
        List<Integer> words = new ArrayList<>();
        for (int p = 0; p < sentence.length(); p++) {
            if (p != centre && Math.abs(p - centre) <= sentence.window(centre)) {
                words.add(sentence.word(p));
            }
        }
        return words.stream().mapToInt(Integer::intValue).toArray();
    }

    /** The pairs of a centre. */
    private interface Windows {
        List<Pair> of(Sentence sentence, int centre);
    }

    private void check(Architecture architecture, ContextGradient gradient, Windows windows) {
        for (boolean rated : new boolean[] {false, true}) {
            UpdateRule rule = new UpdateRule(gradient, rated ? rates() : null, rated ? rates() : null);
            for (int sentences = 0; sentences < 10; sentences++) {
                check(architecture, new HierarchicalSoftmax(tree, WORDS, Link.LOGISTIC), rule, windows, this::ofTree);
                long key = random.bits();
                int[] drawn = drawn(key);
                Objective sampling = new NegativeSampling(noise, WORDS, NEGATIVES, DRAWN, Link.LOGISTIC);
                check(architecture, sampling, rule, windows, key, (pair, in, out) -> ofSampling(pair, drawn, in, out));
            }
        }
    }

    private void check(
            Architecture architecture, Objective objective, UpdateRule rule, Windows windows, LossOfPair pairLoss) {
        check(architecture, objective, rule, windows, 0, pairLoss);
    }

    /** The loss of one pair. */
    private interface LossOfPair {
        double of(Pair pair, double[][] input, double[][] output);
    }

    private void check(
            Architecture architecture,
            Objective objective,
            UpdateRule rule,
            Windows windows,
            long key,
            LossOfPair pairLoss) {
        Sentence sentence = sentence();
        int centre = random.below(sentence.length());
        RowMatrix input = matrix(WORDS);
        RowMatrix output = matrix(objective.rows());
        double[][] in = values(input);
        double[][] out = values(output);
        Tile tile = new Tile(
                architecture.maxHidden(),
                architecture.maxTargets(),
                objective.maxOutputs(architecture.maxTargets()),
                COLUMNS);
        int taken = architecture.fill(sentence, centre, tile);
        objective.addOutputs(tile, new RandomStream(key));
        List<Pair> pairs = new ArrayList<>();
        for (int c = centre; c < centre + taken; c++) {
            pairs.addAll(windows.of(sentence, c).stream()
                    .filter(pair -> pair.inputs().length > 0)
                    .toList());
        }
        TileKernel kernel = random.below(2) == 0 ? TileKernels.scalar() : TileKernels.fastest();
        kernel.multiply(tile, input, output);
        kernel.differentiate(tile, objective.link(), RATE);
        kernel.update(tile, input, output, rule);
        // All of a mean's gradient is what its derivative by each of n words is, n times.
        ToDoubleFunction<Pair> share =
                pair -> pair.inputs().length * (double) rule.gradient().share(pair.inputs().length);
        checkMoves("input", input, in, rule.inputRates(), () -> sum(pairs, share, pairLoss, in, out));
        checkMoves("output", output, out, rule.outputRates(), () -> sum(pairs, pair -> 1, pairLoss, in, out));
    }

    private static double sum(
            List<Pair> pairs, ToDoubleFunction<Pair> factor, LossOfPair loss, double[][] in, double[][] out) {
        return pairs.stream()
                .mapToDouble(pair -> factor.applyAsDouble(pair) * loss.of(pair, in, out))
                .sum();
    }

    private interface Loss {
        double now();
    }

    private static void checkMoves(String what, RowMatrix after, double[][] before, float[] rates, Loss loss) {
        for (int row = 0; row < before.length; row++) {
            double rate = RATE * (rates == null ? 1 : rates[row]);
            for (int c = 0; c < COLUMNS; c++) {
                double value = before[row][c];
                before[row][c] = value + STEP;
                double above = loss.now();
                before[row][c] = value - STEP;
                double below = loss.now();
                before[row][c] = value;
                double expected = -rate * (above - below) / (2 * STEP);
                assertThat(after.get(row, c) - value)
                        .as("%s, row %d, column %d", what, row, c)
                        .isCloseTo(expected, within(5e-5 * (1 + Math.abs(expected))));
            }
        }
    }

    /** -log P(target), P the product over the path. */
    private double ofTree(Pair pair, double[][] input, double[][] output) {
        return -Math.log(probability(pair.target(), mean(pair, input), output));
    }

    private double probability(int word, double[] hidden, double[][] nodes) {
        double probability = 1;
        for (int k = 0; k < tree.length(word); k++) {
            double product = dot(hidden, nodes[tree.node(word, k)]);
            probability *= logistic(tree.code(word, k) == 0 ? product : -product);
        }
        return probability;
    }

    @Test
    void theTreesProbabilitiesAddUpToOne() {
        double[] hidden = values(matrix(1))[0];
        double[][] nodes = values(matrix(WORDS - 1));
        double sum = 0;
        for (int word = 0; word < WORDS; word++) {
            sum += probability(word, hidden, nodes);
        }
        assertThat(sum).isCloseTo(1, within(1e-12));
    }

    private static double ofSampling(Pair pair, int[] drawn, double[][] input, double[][] output) {
        double[] hidden = mean(pair, input);
        double loss = -Math.log(logistic(dot(hidden, output[pair.target()])));
        for (int word : drawn) {
            if (word != pair.target()) {
                loss -= (double) NEGATIVES / DRAWN * Math.log(logistic(-dot(hidden, output[word])));
            }
        }
        return loss;
    }

    private int[] drawn(long key) {
        RandomStream draws = new RandomStream(key);
        int[] words = new int[DRAWN];
        Arrays.setAll(words, k -> noise.word(draws.next()));
        return words;
    }

    private static double[] mean(Pair pair, double[][] input) {
        double[] mean = new double[COLUMNS];
        for (int word : pair.inputs()) {
            for (int c = 0; c < COLUMNS; c++) {
                mean[c] += input[word][c] / pair.inputs().length;
            }
        }
        return mean;
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int c = 0; c < COLUMNS; c++) {
            sum += a[c] * b[c];
        }
        return sum;
    }

    private static double logistic(double x) {
        return 1 / (1 + Math.exp(-x));
    }

    private Sentence sentence() {
        Sentence sentence = new Sentence(12);
        for (int k = 2 + random.below(9); k > 0; k--) {
            sentence.add(random.below(WORDS), 1 + random.below(WINDOW));
        }
        return sentence;
    }

    private float[] rates() {
        float[] rates = new float[WORDS];
        for (int row = 0; row < WORDS; row++) {
            rates[row] = (1 + random.below(100)) / 100f;
        }
        return rates;
    }

    private RowMatrix matrix(int rows) {
        RowMatrix matrix = new RowMatrix(rows, COLUMNS);
        for (int row = 0; row < rows; row++) {
            for (int c = 0; c < COLUMNS; c++) {
                matrix.set(row, c, random.below(1001) / 1000f - 0.5f);
            }
        }
        return matrix;
    }

    private static double[][] values(RowMatrix matrix) {
        double[][] values = new double[matrix.rows()][matrix.columns()];
        for (int row = 0; row < values.length; row++) {
            for (int c = 0; c < values[row].length; c++) {
                values[row][c] = matrix.get(row, c);
            }
        }
        return values;
    }
}
