package org.wordloom.cooccurrence;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * How many different pairs a text will have, from the counts of its words alone, as if words stood in random order: a
 * pair that is expected λ times occurs with probability 1 - e^-λ. Real text repeats its pairs more often than that, so the
 * estimate is an upper bound but for chance; the excess is about a third for paragraphs of an encyclopedia. Words of
 * about the same count are taken together, so that it takes milliseconds for any vocabulary.
 */
public final class DistinctPairs {
    /** Groups of counts, each about a tenth higher than the one before, over the 63 bits of a long. */
    private static final double STEP = Math.log(1.1);

    private final double[] words;
    private final double[] shares;

    /** @param counts of the words, in any order */
    public DistinctPairs(long[] counts) {
        int groups = group(Long.MAX_VALUE) + 1;
        double[] number = new double[groups];
        double[] sum = new double[groups];
        double total = 0;
        for (long count : counts) {
            if (count > 0) {
                number[group(count)]++;
                sum[group(count)] += count;
                total += count;
            }
        }
        int[] used =
                IntStream.range(0, groups).filter(group -> number[group] > 0).toArray();
        double all = total;
        words = Arrays.stream(used).mapToDouble(group -> number[group]).toArray();
        shares = Arrays.stream(used)
                .mapToDouble(group -> sum[group] / number[group] / all)
                .toArray();
    }

    /**
     * The expected number of different pairs.
     *
     * @param pairs how often two words stand within a window
     * @param symmetric whether (a, b) and (b, a) are the same pair
     */
    public double expected(double pairs, boolean symmetric) {
        double sum = 0;
        for (int i = 0; i < words.length; i++) {
            for (int j = symmetric ? i : 0; j < words.length; j++) {
                double both = pairs * shares[i] * shares[j];
                double places = words[i] * words[j];
                if (!symmetric) {
                    sum += places * occurs(both);
                } else if (i != j) {
                    sum += places * occurs(2 * both);
                } else {
                    sum += (places - words[i]) / 2 * occurs(2 * both) + words[i] * occurs(both);
                }
            }
        }
        return sum;
    }

    private static double occurs(double expected) {
        return -Math.expm1(-expected);
    }

    private static int group(long count) {
        return (int) (Math.log(count) / STEP);
    }
}
