package org.wordloom.tokenizer.merging;

/**
 * What a {@link PairMerges} needs to know.
 *
 * @param alphabet the pieces to begin with
 * @param longest how many symbols a piece may have
 * @param threads how many threads count and merge
 */
public record MergeOptions(AlphabetOptions alphabet, int longest, int threads) {
    /** Twice this is still an int. */
    private static final int ANY_LENGTH = Integer.MAX_VALUE / 2;

    /** @param longest how many symbols a piece may have, 0 for any number */
    public static MergeOptions of(AlphabetOptions alphabet, int longest, int threads) {
        return new MergeOptions(alphabet, longest == 0 ? ANY_LENGTH : longest, threads);
    }
}
