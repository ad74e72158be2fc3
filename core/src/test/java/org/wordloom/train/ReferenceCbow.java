package org.wordloom.train;

import java.util.List;

/**
 * CBOW (Mikolov et al. 2013): the mean of the context words' input vectors predicts the centre.
 *
 * @param power each of n context words gets n to the -power of the mean's gradient: its share for 1, all as word2vec
 *     does for 0
 */
record ReferenceCbow(ReferenceRows input, ReferenceRates rates, Reference.Score score, double power)
        implements Reference.Model {
    @Override
    public void train(int centre, List<Integer> context, double rate) {
        double[] hidden = new double[input.row(0).length];
        for (int word : context) {
            for (int c = 0; c < hidden.length; c++) {
                hidden[c] += input.row(word)[c] / context.size();
            }
        }
        double[] gradient = new double[hidden.length];
        score.predict(hidden, centre, rate, gradient);
        double share = Math.pow(context.size(), -power);
        for (int word : context) {
            input.add(word, share * rates.input(word), gradient);
        }
    }
}
