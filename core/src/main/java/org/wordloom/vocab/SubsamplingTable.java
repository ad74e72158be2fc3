package org.wordloom.vocab;

/**
 * How likely an occurrence of each word is kept. The formula is word2vec.c's, which differs from the one in its paper:
 * with f the word's share of all words, (sqrt(f / t) + 1) · t / f.
 */
public final class SubsamplingTable {
    private final float[] keep;

    /**
     * @param counts how often each word occurs
     * @param threshold t, word2vec's {@code -sample}; 0 keeps every occurrence
     */
    public SubsamplingTable(long[] counts, double threshold) {
        double total = total(counts);
        keep = new float[counts.length];
        for (int word = 0; word < counts.length; word++) {
            keep[word] = keep(counts[word], total, threshold);
        }
    }

    /** The sum of the counts, as {@link #keep(long, double, double)} wants it. */
    public static double total(long[] counts) {
        double total = 0;
        for (long count : counts) {
            total += count;
        }
        return total;
    }

    /**
     * The entry of a table, for whoever has no room for one.
     *
     * @param total the sum of all counts
     */
    public static float keep(long count, double total, double threshold) {
        double share = count / total;
        double probability = (Math.sqrt(share / threshold) + 1) * threshold / share;
        return threshold <= 0 || share == 0 ? 1f : (float) Math.min(1, probability);
    }

    /** Bytes that a table of so many words takes. */
    public static long memoryBytes(int words) {
        return (long) Float.BYTES * words;
    }

    /** The probability that an occurrence of the word is kept, in (0, 1]. */
    public float keep(int word) {
        return keep[word];
    }
}
