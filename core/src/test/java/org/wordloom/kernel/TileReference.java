package org.wordloom.kernel;

import java.util.function.DoubleUnaryOperator;
import org.wordloom.matrix.RowMatrix;

/** The tile as it is defined, in double precision, one number after another. */
final class TileReference {
    private final Tile tile;
    private final double[][] input;
    private final double[][] output;

    TileReference(Tile tile, double[][] input, double[][] output) {
        this.tile = tile;
        this.input = input;
        this.output = output;
    }

    static double[][] toDouble(RowMatrix matrix) {
        double[][] values = new double[matrix.rows()][matrix.columns()];
        for (int row = 0; row < matrix.rows(); row++) {
            for (int c = 0; c < matrix.columns(); c++) {
                values[row][c] = matrix.get(row, c);
            }
        }
        return values;
    }

    /** The mean of the input rows of hidden vector i. */
    double[] hiddenVector(int i) {
        double[] mean = new double[input[0].length];
        int from = tile.inputStart(i);
        int to = tile.inputStart(i + 1);
        for (int at = from; at < to; at++) {
            addScaled(1.0 / (to - from), input[tile.inputRow(at)], DoubleUnaryOperator.identity(), mean);
        }
        return mean;
    }

    double product(int i, int j) {
        double[] hidden = hiddenVector(i);
        double sum = 0;
        for (int c = 0; c < hidden.length; c++) {
            sum += hidden[c] * output[tile.outputRow(j)][c];
        }
        return sum;
    }

    /** The sum of the absolute terms of a product: its rounding is a share of that. */
    double magnitude(int i, int j) {
        double[] hidden = hiddenVector(i);
        double sum = 0;
        for (int c = 0; c < hidden.length; c++) {
            sum += Math.abs(hidden[c] * output[tile.outputRow(j)][c]);
        }
        return sum;
    }

    /** The weighted negative log likelihood of all pairs. */
    double loss() {
        double loss = 0;
        for (int i = 0; i < tile.hidden(); i++) {
            for (int j = 0; j < tile.outputs(); j++) {
                double probability = logistic(product(i, j));
                loss -= tile.weight(i, j) * Math.log(tile.label(j) > 0 ? probability : 1 - probability);
            }
        }
        return loss;
    }

    /** Adds to the given matrices what one tile's step changes of {@code input} and {@code output}. */
    void addUpdates(Link link, double rate, UpdateRule rule, double[][] newInput, double[][] newOutput) {
        PairError error = (i, j) -> error(link, product(i, j), tile.label(j));
        addSteps(error, DoubleUnaryOperator.identity(), rate, rule, newInput, newOutput);
    }

    /**
     * Adds what {@link #addUpdates} at most could change, were each prediction wholly wrong: its rounding is a share of
     * that.
     */
    void addLargestUpdates(double rate, UpdateRule rule, double[][] inputMoves, double[][] outputMoves) {
        addSteps((i, j) -> 1, Math::abs, rate, rule, inputMoves, outputMoves);
    }

    private void addSteps(
            PairError error,
            DoubleUnaryOperator part,
            double rate,
            UpdateRule rule,
            double[][] newInput,
            double[][] newOutput) {
        for (int i = 0; i < tile.hidden(); i++) {
            double[] hidden = hiddenVector(i);
            double[] hiddenGradient = new double[hidden.length];
            for (int j = 0; j < tile.outputs(); j++) {
                double g = rate * tile.weight(i, j) * error.of(i, j);
                int row = tile.outputRow(j);
                addScaled(g, output[row], part, hiddenGradient);
                addScaled(g * factor(rule.outputRates(), row), hidden, part, newOutput[row]);
            }
            int inputs = tile.inputStart(i + 1) - tile.inputStart(i);
            double share = share(rule.gradient(), inputs);
            for (int at = tile.inputStart(i); at < tile.inputStart(i + 1); at++) {
                int row = tile.inputRow(at);
                addScaled(share * factor(rule.inputRates(), row), hiddenGradient, part, newInput[row]);
            }
        }
    }

    private interface PairError {
        double of(int i, int j);
    }

    private static double share(ContextGradient gradient, int inputs) {
        return switch (gradient) {
            case MEAN -> 1.0 / inputs;
            case ROOT -> 1 / Math.sqrt(inputs);
            case SUM -> 1;
        };
    }

    static double error(Link link, double product, double label) {
        boolean beyond = Math.abs(product) > 6;
        return switch (link) {
            case LOGISTIC -> label - logistic(product);
            case LOGISTIC_CLAMPED -> label - (beyond ? (product > 0 ? 1 : 0) : logistic(product));
            case LOGISTIC_SKIPPED -> beyond ? 0 : label - logistic(product);
        };
    }

    static double logistic(double x) {
        return 1 / (1 + StrictMath.exp(-x));
    }

    private static double factor(float[] rates, int row) {
        return rates == null ? 1 : rates[row];
    }

    private static void addScaled(double scale, double[] from, DoubleUnaryOperator part, double[] to) {
        for (int c = 0; c < from.length; c++) {
            to[c] += scale * part.applyAsDouble(from[c]);
        }
    }
}
