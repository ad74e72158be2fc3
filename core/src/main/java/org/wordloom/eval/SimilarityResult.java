package org.wordloom.eval;

/**
 * What similarity evaluation found.
 *
 * @param dataset the data set's name
 * @param spearman rank correlation of cosine and judgement in [-1, 1], ties averaged; NaN below two pairs
 * @param pearson linear correlation of the same
 * @param low lower end of the 95 % bootstrap interval of {@code spearman}, NaN without resamples
 * @param high its upper end
 * @param pairs pairs of the data set
 * @param known pairs whose words are both known
 * @param malformed lines of the data set that were no pair
 */
public record SimilarityResult(
        String dataset, double spearman, double pearson, double low, double high, int pairs, int known, int malformed) {
    /** Known pairs as a share of all, 0 to 1. */
    public double coverage() {
        return pairs == 0 ? 0 : (double) known / pairs;
    }
}
