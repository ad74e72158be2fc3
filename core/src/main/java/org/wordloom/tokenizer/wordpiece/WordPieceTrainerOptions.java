package org.wordloom.tokenizer.wordpiece;

import java.util.List;
import org.wordloom.base.Problems;
import org.wordloom.base.ThreadLimit;
import org.wordloom.tokenizer.merging.AlphabetOptions;
import org.wordloom.tokenizer.merging.TieRule;

/**
 * Everything that decides which pieces are learned, and the one source of the defaults.
 *
 * @param vocabularySize how many pieces at most, special tokens and characters counted too
 * @param criterion which pair is merged next
 * @param minFrequency a pair that occurs less often is not merged. By likelihood it decides much: the rarest pairs whose
 *     pieces occur only together score highest.
 * @param maxPieceLength how many characters a piece may have; 0 for any number
 * @param alphabet what the vocabulary begins with
 * @param ties which of equally frequent pairs is merged first; of equal likelihoods it is the one with the lower ids
 * @param model how the trained model takes words apart
 * @param threads how many threads count and merge; the vocabulary does not depend on it
 */
public record WordPieceTrainerOptions(
        int vocabularySize,
        Criterion criterion,
        long minFrequency,
        int maxPieceLength,
        AlphabetOptions alphabet,
        TieRule ties,
        WordPieceOptions model,
        int threads) {

    /** Which pair is merged next. */
    public enum Criterion {
        /** The one with the highest count(xy) / (count(x) · count(y)), as Schuster and Nakajima 2012. */
        LIKELIHOOD,
        /** The most frequent one, as HuggingFace does. */
        FREQUENCY
    }

    /**
     * 30,000 pieces by frequency (docs/LOG.md says why), pairs that occur five times, BERT's special tokens and prefix,
     * one thread.
     */
    public static WordPieceTrainerOptions defaults() {
        AlphabetOptions alphabet = AlphabetOptions.defaults()
                .withSpecialTokens(List.of("[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]"))
                .withContinuingPrefix(WordPieceOptions.defaults().continuingPrefix());
        return new WordPieceTrainerOptions(
                30_000, Criterion.FREQUENCY, 5, 0, alphabet, TieRule.LOWER_IDS, WordPieceOptions.defaults(), 1);
    }

    public WordPieceTrainerOptions withVocabularySize(int size) {
        return new WordPieceTrainerOptions(
                size, criterion, minFrequency, maxPieceLength, alphabet, ties, model, threads);
    }

    public WordPieceTrainerOptions withCriterion(Criterion choice) {
        return new WordPieceTrainerOptions(
                vocabularySize, choice, minFrequency, maxPieceLength, alphabet, ties, model, threads);
    }

    public WordPieceTrainerOptions withMinFrequency(long frequency) {
        return new WordPieceTrainerOptions(
                vocabularySize, criterion, frequency, maxPieceLength, alphabet, ties, model, threads);
    }

    public WordPieceTrainerOptions withMaxPieceLength(int length) {
        return new WordPieceTrainerOptions(
                vocabularySize, criterion, minFrequency, length, alphabet, ties, model, threads);
    }

    public WordPieceTrainerOptions withAlphabet(AlphabetOptions options) {
        return new WordPieceTrainerOptions(
                vocabularySize, criterion, minFrequency, maxPieceLength, options, ties, model, threads);
    }

    public WordPieceTrainerOptions withModel(WordPieceOptions options) {
        return new WordPieceTrainerOptions(
                vocabularySize, criterion, minFrequency, maxPieceLength, alphabet, ties, options, threads);
    }

    public WordPieceTrainerOptions withThreads(int count) {
        return new WordPieceTrainerOptions(
                vocabularySize, criterion, minFrequency, maxPieceLength, alphabet, ties, model, count);
    }

    /** Adds every value that is out of its range. */
    public void validate(Problems problems) {
        problems.require(vocabularySize >= 1, "--vocab-size is %d, expected at least 1", vocabularySize);
        problems.require(minFrequency >= 1, "--min-frequency is %d, expected at least 1", minFrequency);
        problems.require(
                maxPieceLength == 0 || maxPieceLength >= 2,
                "--max-piece-length is %d, expected at least 2, or 0 for any length",
                maxPieceLength);
        ThreadLimit.validateKnown(threads, problems);
        problems.require(
                alphabet.specialTokens().contains(model.unknownToken()),
                "--unknown-token is '%s', which is none of --special-tokens",
                model.unknownToken());
        problems.require(
                alphabet.continuingPrefix().equals(model.continuingPrefix()),
                "the continuing prefix is '%s' in training and '%s' in the model",
                alphabet.continuingPrefix(),
                model.continuingPrefix());
        alphabet.validate(problems);
    }
}
