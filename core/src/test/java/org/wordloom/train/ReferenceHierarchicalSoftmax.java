package org.wordloom.train;

import org.wordloom.base.RandomStream;
import org.wordloom.vocab.HuffmanTree;

/** Hierarchical softmax (Morin and Bengio 2005; word2vec's labels): at every node of the path, which branch comes next. */
final class ReferenceHierarchicalSoftmax implements Reference.Score {
    private final TrainingOptions options;
    private final ReferenceRows output;
    private final HuffmanTree tree;
    /** Predictions beyond ±6 so far: a test of the clamp must have some. */
    int saturated;

    ReferenceHierarchicalSoftmax(TrainingOptions options, ReferenceRows output, HuffmanTree tree) {
        this.options = options;
        this.output = output;
        this.tree = tree;
    }

    @Override
    public void draw(RandomStream random) {
        // The path is all there is.
    }

    @Override
    public void predict(double[] hidden, int target, double rate, double[] hiddenGradient) {
        for (int k = 0; k < tree.length(target); k++) {
            int node = tree.node(target, k);
            double[] vector = output.row(node);
            double product = ReferenceRows.dot(hidden, vector);
            if (Math.abs(product) > 6) {
                saturated++;
                if (options.sigmoid() == SigmoidChoice.CLAMPED) {
                    continue;
                }
            }
            double step = rate * (1 - tree.code(target, k) - 1 / (1 + Math.exp(-product)));
            for (int c = 0; c < hidden.length; c++) {
                hiddenGradient[c] += step * vector[c];
            }
            output.add(node, step, hidden);
        }
    }
}
