package org.wordloom.vocab;

import java.util.Arrays;
import java.util.BitSet;
import org.wordloom.base.CounterRandom;

/**
 * A bounded set of words from which a task draws its negatives: what a number of draws from the noise distribution hit,
 * or the whole vocabulary. Within the set a word is drawn again in proportion to p / (1 − (1 − p)^n), p its probability
 * and n the draws: divided by how likely the set holds it, so that the expected weight of every word, over all sets, is p
 * (Horvitz and Thompson 1952). Frequent words, which every set holds, keep their share; a rare one stands for those left
 * out.
 */
public final class NoiseSubset {
    private final int[] words;
    private final double[] weights;

    private NoiseSubset(int[] words, double[] weights) {
        this.words = words;
        this.weights = weights;
    }

    /** All words, drawn as the noise distribution says. */
    public static NoiseSubset all(long[] counts, double power) {
        int[] words = new int[counts.length];
        Arrays.setAll(words, word -> word);
        return new NoiseSubset(words, NoiseSampler.powers(counts, power));
    }

    /**
     * What {@code draws} draws hit.
     *
     * @param noise the distribution over all words, count^power
     * @param key of the random numbers
     */
    public static NoiseSubset drawn(NoiseSampler noise, long[] counts, double power, long draws, long key) {
        BitSet hit = new BitSet(counts.length);
        for (long draw = 0; draw < draws; draw++) {
            hit.set(noise.word(CounterRandom.at(key, draw)));
        }
        int[] words = hit.stream().toArray();
        double[] all = NoiseSampler.powers(counts, power);
        double total = Arrays.stream(all).sum();
        double[] weights = new double[words.length];
        for (int k = 0; k < words.length; k++) {
            double p = all[words[k]] / total;
            weights[k] = p / -Math.expm1(draws * Math.log1p(-p));
        }
        return new NoiseSubset(words, weights);
    }

    public int size() {
        return words.length;
    }

    /** The words, ascending; not a copy. */
    public int[] words() {
        return words;
    }

    /** Draws an index of {@link #words}. */
    public NoiseSampler sampler() {
        return new NoiseSampler(weights);
    }
}
