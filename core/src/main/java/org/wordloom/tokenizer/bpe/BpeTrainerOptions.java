package org.wordloom.tokenizer.bpe;

import org.wordloom.base.Problems;
import org.wordloom.base.ThreadLimit;
import org.wordloom.tokenizer.merging.AlphabetOptions;
import org.wordloom.tokenizer.merging.TieRule;

/**
 * Everything that decides which pieces are learned, and the one source of the defaults.
 *
 * @param vocabularySize how many pieces at most, those of the alphabet counted too
 * @param mergeLimit how many merges at most; 0 for as many as the vocabulary takes
 * @param minFrequency a pair that occurs less often is not merged
 * @param maxPieceLength how many characters a piece may have; 0 for any number. HuggingFace's {@code max_token_length} n
 *     is n - 1 here.
 * @param alphabet what the vocabulary begins with
 * @param ties which of equally frequent pairs is merged first
 * @param dropAbsorbed whether a piece leaves the vocabulary when a merge takes its last occurrence; single characters
 *     stay. The model then encodes by longest pieces, because merges would pass through pieces that are gone.
 * @param unknownToken the piece for characters that the alphabet lacks, one of the special tokens; empty for none
 * @param threads how many threads count and merge; the vocabulary does not depend on it
 */
public record BpeTrainerOptions(
        int vocabularySize,
        int mergeLimit,
        long minFrequency,
        int maxPieceLength,
        AlphabetOptions alphabet,
        TieRule ties,
        boolean dropAbsorbed,
        String unknownToken,
        int threads) {

    /** 30,000 pieces of characters, pairs that occur twice, any length, HuggingFace's ties, one thread. */
    public static BpeTrainerOptions defaults() {
        return new BpeTrainerOptions(30_000, 0, 2, 0, AlphabetOptions.defaults(), TieRule.LOWER_IDS, false, "", 1);
    }

    public BpeTrainerOptions withVocabularySize(int size) {
        return new BpeTrainerOptions(
                size, mergeLimit, minFrequency, maxPieceLength, alphabet, ties, dropAbsorbed, unknownToken, threads);
    }

    public BpeTrainerOptions withMergeLimit(int merges) {
        return new BpeTrainerOptions(
                vocabularySize,
                merges,
                minFrequency,
                maxPieceLength,
                alphabet,
                ties,
                dropAbsorbed,
                unknownToken,
                threads);
    }

    public BpeTrainerOptions withMinFrequency(long frequency) {
        return new BpeTrainerOptions(
                vocabularySize,
                mergeLimit,
                frequency,
                maxPieceLength,
                alphabet,
                ties,
                dropAbsorbed,
                unknownToken,
                threads);
    }

    public BpeTrainerOptions withMaxPieceLength(int length) {
        return new BpeTrainerOptions(
                vocabularySize, mergeLimit, minFrequency, length, alphabet, ties, dropAbsorbed, unknownToken, threads);
    }

    public BpeTrainerOptions withAlphabet(AlphabetOptions options) {
        return new BpeTrainerOptions(
                vocabularySize,
                mergeLimit,
                minFrequency,
                maxPieceLength,
                options,
                ties,
                dropAbsorbed,
                unknownToken,
                threads);
    }

    public BpeTrainerOptions withTies(TieRule rule) {
        return new BpeTrainerOptions(
                vocabularySize,
                mergeLimit,
                minFrequency,
                maxPieceLength,
                alphabet,
                rule,
                dropAbsorbed,
                unknownToken,
                threads);
    }

    public BpeTrainerOptions withDropAbsorbed(boolean drop) {
        return new BpeTrainerOptions(
                vocabularySize, mergeLimit, minFrequency, maxPieceLength, alphabet, ties, drop, unknownToken, threads);
    }

    public BpeTrainerOptions withUnknownToken(String token) {
        return new BpeTrainerOptions(
                vocabularySize, mergeLimit, minFrequency, maxPieceLength, alphabet, ties, dropAbsorbed, token, threads);
    }

    public BpeTrainerOptions withThreads(int count) {
        return new BpeTrainerOptions(
                vocabularySize,
                mergeLimit,
                minFrequency,
                maxPieceLength,
                alphabet,
                ties,
                dropAbsorbed,
                unknownToken,
                count);
    }

    /** Adds every value that is out of its range. */
    public void validate(Problems problems) {
        problems.require(vocabularySize >= 1, "--vocab-size is %d, expected at least 1", vocabularySize);
        problems.require(mergeLimit >= 0, "--merges is %d, expected at least 0 (0: no limit)", mergeLimit);
        problems.require(minFrequency >= 1, "--min-frequency is %d, expected at least 1", minFrequency);
        problems.require(
                maxPieceLength == 0 || maxPieceLength >= 2,
                "--max-piece-length is %d, expected at least 2, or 0 for any length",
                maxPieceLength);
        ThreadLimit.validateKnown(threads, problems);
        problems.require(
                unknownToken.isEmpty() || alphabet.specialTokens().contains(unknownToken),
                "--unknown-token is '%s', which is none of --special-tokens",
                unknownToken);
        alphabet.validate(problems);
    }
}
