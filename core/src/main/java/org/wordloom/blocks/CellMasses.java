package org.wordloom.blocks;

/**
 * How many co-occurrence cells each word's row will have, estimated from the words' counts alone. Blocks of equal mass
 * by this measure make visits of equal length; blocks of equal word counts do not, since a row can have no more cells
 * than there are words: the most frequent word alone would fill a block, and its visits would be nearly empty.
 */
public final class CellMasses {
    private static final int CLASSES = Long.SIZE;

    /** Words of the vocabulary and the sum of their counts, by the count's power of two. */
    private final long[] words = new long[CLASSES];

    private final double[] sums = new double[CLASSES];
    private final double windowsPerToken;

    private CellMasses(long[] counts, int window) {
        long total = 0;
        for (long count : counts) {
            int power = powerOfTwo(count);
            words[power]++;
            sums[power] += count;
            total += count;
        }
        this.windowsPerToken = 2.0 * window / Math.max(1, total);
    }

    /**
     * The expected number of distinct words in a word's windows if words followed one another independently: row i of
     * count c meets column j of count n with probability 1 - exp(-c·n·2w/N). Words whose counts have the same power of
     * two are taken together at their mean.
     *
     * @param counts how often each word occurs
     * @param window words on each side
     * @return an estimate for each word, at least 1
     */
    public static long[] expected(long[] counts, int window) {
        CellMasses masses = new CellMasses(counts, window);
        long[] expected = new long[counts.length];
        for (int word = 0; word < counts.length; word++) {
            boolean again = word > 0 && counts[word] == counts[word - 1];
            expected[word] = again ? expected[word - 1] : masses.expected(counts[word]);
        }
        return expected;
    }

    private long expected(long count) {
        double cells = 0;
        for (int power = 0; power < CLASSES; power++) {
            if (words[power] > 0) {
                double meetings = count * (sums[power] / words[power]) * windowsPerToken;
                cells += words[power] * -StrictMath.expm1(-meetings);
            }
        }
        return Math.max(1, Math.round(cells));
    }

    private static int powerOfTwo(long count) {
        if (count < 0) {
            throw new IllegalArgumentException("a word occurs " + count + " times");
        }
        return CLASSES - 1 - Long.numberOfLeadingZeros(Math.max(1, count));
    }
}
