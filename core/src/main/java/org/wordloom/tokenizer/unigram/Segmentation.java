package org.wordloom.tokenizer.unigram;

import java.util.Arrays;

/**
 * One way to take a text apart.
 *
 * @param ids of its pieces, {@link org.wordloom.tokenizer.SubwordModel#UNKNOWN} for a character that is none
 * @param ends where they end, in bytes of UTF-8
 * @param score the sum of what they add: the natural logarithm of the segmentation's probability
 */
public record Segmentation(int[] ids, int[] ends, double score) {
    @Override
    public boolean equals(Object other) {
        return other instanceof Segmentation that
                && score == that.score
                && Arrays.equals(ids, that.ids)
                && Arrays.equals(ends, that.ends);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(ids) + Arrays.hashCode(ends);
    }

    @Override
    public String toString() {
        return Arrays.toString(ids) + " " + score;
    }
}
