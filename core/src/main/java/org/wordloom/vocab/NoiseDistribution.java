package org.wordloom.vocab;

import java.util.Arrays;
import java.util.BitSet;
import org.wordloom.base.CounterRandom;

/** The distribution of negatives over a vocabulary, count^power, and bounded sets of words that stand for it. */
public final class NoiseDistribution {
    private final long[] counts;
    private final double power;
    private final double total;
    private final NoiseSampler sampler;

    /** @param counts how often each word occurs; not copied */
    public NoiseDistribution(long[] counts, double power) {
        this.counts = counts;
        this.power = power;
        double[] weights = NoiseSampler.powers(counts, power);
        this.total = Arrays.stream(weights).sum();
        this.sampler = new NoiseSampler(weights);
    }

    /** Draws words of the whole vocabulary. */
    public NoiseSampler sampler() {
        return sampler;
    }

    /** The whole vocabulary, drawn from as {@link #sampler} does. */
    public NoiseSubset all() {
        int[] words = new int[counts.length];
        Arrays.setAll(words, word -> word);
        return new NoiseSubset(words, NoiseSampler.powers(counts, power));
    }

    /**
     * What a number of draws hit. Within the set a word is drawn again in proportion to p / (1 − (1 − p)^n), p its
     * probability and n the draws: divided by how likely the set holds it, so that the expected weight of every word, over
     * all sets, is p (Horvitz and Thompson 1952). Frequent words, which every set holds, keep their share; a rare one
     * stands for those left out.
     *
     * @param key of the random numbers
     */
    public NoiseSubset subset(long draws, long key) {
        BitSet hit = new BitSet(counts.length);
        for (long draw = 0; draw < draws; draw++) {
            hit.set(sampler.word(CounterRandom.at(key, draw)));
        }
        int[] words = hit.stream().toArray();
        double[] weights = new double[words.length];
        for (int k = 0; k < words.length; k++) {
            double p = StrictMath.pow(counts[words[k]], power) / total;
            weights[k] = p / -Math.expm1(draws * Math.log1p(-p));
        }
        return new NoiseSubset(words, weights);
    }
}
