package org.wordloom.eval;

/**
 * How word similarity is judged. The defaults are gensim's.
 *
 * @param ignoreCase compare words in upper case; of several spellings the most frequent one counts
 * @param zeroForUnknown a pair with an unknown word has similarity 0 instead of being left out
 * @param restrictVocabulary only the first so many words are known
 * @param resamples how often the bootstrap draws, 0 for no interval
 * @param seed of the bootstrap
 */
public record SimilarityOptions(
        boolean ignoreCase, boolean zeroForUnknown, int restrictVocabulary, int resamples, long seed) {
    public static SimilarityOptions defaults() {
        return new SimilarityOptions(true, false, 300_000, 1000, 1);
    }
}
