package org.wordloom.train.pairs;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;

/** The objective over the whole matrix of counts, and its gradient by finite differences. */
final class PairObjective {
    private static final double DIFFERENCE = 1e-5;

    private final PairWorld world;
    private final double[][] input;
    private final double[][] output;
    private final double[][] inputMoves;
    private final double[][] outputMoves;
    private final double[] noise;

    PairObjective(PairWorld world, PairBlock[] inputs, PairBlock[] outputs) {
        this.world = world;
        this.input = byWord(inputs);
        this.output = byWord(outputs);
        this.inputMoves = new double[input.length][input[0].length];
        this.outputMoves = new double[input.length][input[0].length];
        double power = world.options.model().noisePower();
        double[] powers = Arrays.stream(world.words)
                .mapToDouble(count -> Math.pow(count, power))
                .toArray();
        double sum = Arrays.stream(powers).sum();
        this.noise = Arrays.stream(powers).map(value -> value / sum).toArray();
    }

    private double[][] byWord(PairBlock[] blocks) {
        double[][] rows = new double[world.words.length][];
        for (int block = 0; block < blocks.length; block++) {
            double[][] values = PairReference.values(blocks[block]);
            for (int index = 0; index < values.length; index++) {
                rows[world.partition.row(block, index)] = values[index];
            }
        }
        return rows;
    }

    double value() {
        double sum = 0;
        for (int row = 0; row < input.length; row++) {
            sum += valueOfRow(row);
        }
        return sum;
    }

    private double valueOfRow(int row) {
        double sum = 0;
        double weight = world.rowWeights()[row];
        for (int column = 0; column < output.length; column++) {
            double product = PairReference.dot(input[row], output[column]);
            sum += world.weight(row, column) * logLogistic(product);
            sum += world.options.model().negative() * weight * noise[column] * logLogistic(-product);
        }
        return sum;
    }

    private static double logLogistic(double x) {
        return x > 0 ? -Math.log1p(Math.exp(-x)) : x - Math.log1p(Math.exp(x));
    }

    /** Takes what a visit made of two blocks that were as the objective knows them. */
    void observe(PairBlock trainedInput, PairBlock trainedOutput) {
        observe(trainedInput, input, inputMoves);
        observe(trainedOutput, output, outputMoves);
    }

    private void observe(PairBlock block, double[][] before, double[][] moves) {
        double[][] after = PairReference.values(block);
        for (int index = 0; index < after.length; index++) {
            int word = world.partition.row(block.number(), index);
            for (int i = 0; i < after[index].length; i++) {
                moves[word][i] += after[index][i] - before[word][i];
            }
        }
    }

    /** The rows moved by {@code rate} times their rate times the gradient, but for the noise of what was drawn. */
    void assertMoved(double rate) {
        assertMoved(inputMoves, input, rate);
        assertMoved(outputMoves, output, rate);
    }

    private void assertMoved(double[][] moves, double[][] rows, double rate) {
        double error = 0;
        double length = 0;
        for (int word = 0; word < rows.length; word++) {
            for (int i = 0; i < rows[word].length; i++) {
                double expected = rowRate(word) * derivative(rows, word, i);
                double moved = moves[word][i] / rate;
                error += (moved - expected) * (moved - expected);
                length += expected * expected;
            }
        }
        assertThat(Math.sqrt(error / length))
                .as("relative error of the movement")
                .isLessThan(0.06);
    }

    private double rowRate(int word) {
        double kept = Math.max(1, world.words[word] * (double) PairTables.keep(world.options, world.words)[word]);
        return Math.min(1, Math.sqrt(world.options.model().rowRateCount() / kept));
    }

    private double derivative(double[][] rows, int word, int i) {
        double value = rows[word][i];
        rows[word][i] = value + DIFFERENCE;
        double above = value();
        rows[word][i] = value - DIFFERENCE;
        double below = value();
        rows[word][i] = value;
        return (above - below) / (2 * DIFFERENCE);
    }
}
