package org.wordloom.tokenizer.merging;

/**
 * What a {@link MergeMachine} needs to know.
 *
 * @param alphabet the pieces to begin with
 * @param longest how many symbols a piece may have
 * @param threads how many threads count and merge
 */
public record MergeOptions(AlphabetOptions alphabet, int longest, int threads) {}
