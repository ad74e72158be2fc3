package org.wordloom.kernel;

/** GloVe's cell step in double precision, one coordinate after another, as the paper and Stanford's program have it. */
public final class CellReference {
    /** A matrix of vectors with biases and the AdaGrad sums of both. */
    public static final class Rows {
        public final double[][] weights;
        public final double[] biases;
        final double[][] weightSums;
        final double[] biasSums;

        public Rows(AdaGradRows rows) {
            int n = rows.rows();
            weights = new double[n][rows.dim()];
            weightSums = new double[n][rows.dim()];
            biases = new double[n];
            biasSums = new double[n];
            for (int row = 0; row < n; row++) {
                for (int k = 0; k < rows.dim(); k++) {
                    weights[row][k] = rows.weight(row, k);
                    weightSums[row][k] = rows.sum(row, k);
                }
                biases[row] = rows.bias(row);
                biasSums[row] = rows.biasSum(row);
            }
        }
    }

    private CellReference() {}

    static double weight(double x, CellRule rule) {
        return x > rule.xMax() ? 1 : Math.pow(x / rule.xMax(), rule.alpha());
    }

    static double difference(Rows words, Rows contexts, int i, int j, double x) {
        double sum = words.biases[i] + contexts.biases[j] - Math.log(x);
        for (int k = 0; k < words.weights[i].length; k++) {
            sum += words.weights[i][k] * contexts.weights[j][k];
        }
        return sum;
    }

    static double loss(Rows words, Rows contexts, int i, int j, double x, CellRule rule) {
        double difference = difference(words, contexts, i, j, x);
        return 0.5 * weight(x, rule) * difference * difference;
    }

    /** Takes the step of a cell; returns its loss before that. */
    public static double step(Rows words, Rows contexts, int i, int j, double x, CellRule rule) {
        double loss = loss(words, contexts, i, j, x, rule);
        double gradient = weight(x, rule) * difference(words, contexts, i, j, x);
        for (int k = 0; k < words.weights[i].length; k++) {
            double ofWord = clip(gradient * contexts.weights[j][k], rule.gradClip()) * rule.rate();
            double ofContext = clip(gradient * words.weights[i][k], rule.gradClip()) * rule.rate();
            words.weights[i][k] -= ofWord / Math.sqrt(words.weightSums[i][k]);
            contexts.weights[j][k] -= ofContext / Math.sqrt(contexts.weightSums[j][k]);
            words.weightSums[i][k] += ofWord * ofWord;
            contexts.weightSums[j][k] += ofContext * ofContext;
        }
        double ofBias = gradient * rule.biasRate();
        words.biases[i] -= ofBias / Math.sqrt(words.biasSums[i]);
        contexts.biases[j] -= ofBias / Math.sqrt(contexts.biasSums[j]);
        words.biasSums[i] += ofBias * ofBias;
        contexts.biasSums[j] += ofBias * ofBias;
        return loss;
    }

    private static double clip(double x, double bound) {
        return Math.min(Math.max(x, -bound), bound);
    }
}
