package org.wordloom.vocab;

/**
 * A set of words from which a task draws its negatives, and in which proportion. {@link NoiseDistribution} makes it.
 */
public final class NoiseSubset {
    private final int[] words;
    private final double[] weights;

    /**
     * @param words ascending
     * @param weights what each is drawn in proportion to
     */
    NoiseSubset(int[] words, double[] weights) {
        this.words = words;
        this.weights = weights;
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
