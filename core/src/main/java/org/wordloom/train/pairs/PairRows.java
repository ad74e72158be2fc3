package org.wordloom.train.pairs;

import org.wordloom.kernel.ContextGradient;
import org.wordloom.kernel.UpdateRule;
import org.wordloom.vocab.NoiseSampler;

/**
 * What training on pairs knows of the rows of one block, by index in the block: how much of a word subsampling
 * keeps, the rate of its row, and how often negatives draw it. Immutable but for the arrays, which nobody may change.
 */
public final class PairRows {
    private final float[] keep;
    private final float[] rates;
    private final double draws;
    private final NoiseSampler sampler;

    /**
     * @param keep share of a word's occurrences that subsampling keeps, in (0, 1]
     * @param rates factor of a row's learning rate, in (0, 1]
     * @param draws weight of a row among the draws of the whole side: for input rows the expected pairs of an epoch, for
     *     output rows the noise distribution before it is normalised
     */
    public PairRows(float[] keep, float[] rates, double[] draws) {
        this.keep = keep;
        this.rates = rates;
        double sum = 0;
        for (double weight : draws) {
            sum += weight;
        }
        this.draws = sum;
        this.sampler = sum > 0 ? new NoiseSampler(draws) : null;
    }

    public int size() {
        return keep.length;
    }

    float keep(int index) {
        return keep[index];
    }

    float rate(int index) {
        return rates[index];
    }

    /** The sum of the block's draw weights. */
    public double draws() {
        return draws;
    }

    /** The row that 64 random bits stand for; only where {@link #draws} is above 0. */
    int draw(long bits) {
        return sampler.word(bits);
    }

    static UpdateRule rule(PairRows input, PairRows output) {
        return new UpdateRule(ContextGradient.MEAN, input.rates, output.rates);
    }
}
