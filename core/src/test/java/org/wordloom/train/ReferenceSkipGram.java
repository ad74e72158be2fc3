package org.wordloom.train;

import java.util.List;

/** Skip-gram (Mikolov et al. 2013) as word2vec trains it: each context word's input vector predicts the centre. */
record ReferenceSkipGram(ReferenceRows input, ReferenceRates rates, Reference.Score score) implements Reference.Model {
    @Override
    public void train(int centre, List<Integer> context, double rate) {
        for (int word : context) {
            double[] hidden = input.row(word);
            double[] gradient = new double[hidden.length];
            score.predict(hidden, centre, rate, gradient);
            input.add(word, rates.input(word), gradient);
        }
    }
}
