package org.wordloom.train;

import org.wordloom.base.RandomStream;
import org.wordloom.vocab.NoiseSampler;

/**
 * Negative sampling (Mikolov et al. 2013): the target is a positive, drawn words are negatives, except where a drawn
 * word is the target itself. The drawn words serve all pairs of a batch; they weigh as much as K negatives a pair.
 */
final class ReferenceNegativeSampling implements Reference.Score {
    private final TrainingOptions options;
    private final ReferenceRows output;
    private final ReferenceRates rates;
    private final NoiseSampler noise;
    private final int[] negatives;
    /** Predictions beyond ±6 so far: a test of the clamp must have some. */
    int saturated;

    ReferenceNegativeSampling(
            TrainingOptions options, ReferenceRows output, ReferenceRates rates, NoiseSampler noise, int drawn) {
        this.options = options;
        this.output = output;
        this.rates = rates;
        this.noise = noise;
        this.negatives = new int[drawn];
    }

    @Override
    public void draw(RandomStream random) {
        for (int k = 0; k < negatives.length; k++) {
            negatives[k] = noise.word(random.next());
        }
    }

    @Override
    public void predict(double[] hidden, int target, double rate, double[] hiddenGradient) {
        pair(hidden, target, 1, rate, hiddenGradient);
        double weight = (double) options.negative() / negatives.length;
        for (int negative : negatives) {
            if (negative != target) {
                pair(hidden, negative, 0, rate * weight, hiddenGradient);
            }
        }
    }

    private void pair(double[] hidden, int word, int label, double rate, double[] hiddenGradient) {
        double[] vector = output.row(word);
        double step = rate * (label - sigmoid(ReferenceRows.dot(hidden, vector)));
        for (int c = 0; c < hidden.length; c++) {
            hiddenGradient[c] += step * vector[c];
        }
        output.add(word, step * rates.output(word), hidden);
    }

    private double sigmoid(double x) {
        if (Math.abs(x) > 6) {
            saturated++;
            if (options.sigmoid() == SigmoidChoice.CLAMPED) {
                return x > 0 ? 1 : 0;
            }
        }
        return 1 / (1 + Math.exp(-x));
    }
}
