package org.wordloom.vocab;

import java.io.Serializable;
import org.wordloom.base.Problems;

/**
 * Which counted words become a vocabulary.
 *
 * @param minCount a rarer word is left out
 * @param maxSize at most so many words are kept, the most frequent ones (of equally frequent ones the first by code
 *     points); 0 for no limit
 */
public record VocabularyOptions(long minCount, long maxSize) implements Serializable {
    private static final long serialVersionUID = 1L;

    /** word2vec's: words that occur five times or more, however many there are. */
    public static VocabularyOptions defaults() {
        return new VocabularyOptions(5, 0);
    }

    /** Adds every value that is out of its range. */
    public void validate(Problems problems) {
        problems.require(minCount >= 1, "--min-count is %d, expected at least 1", minCount);
        problems.require(maxSize >= 0, "--max-size is %d, expected 0 (no limit) or more", maxSize);
    }
}
