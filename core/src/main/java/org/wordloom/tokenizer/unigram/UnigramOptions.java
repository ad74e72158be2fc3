package org.wordloom.tokenizer.unigram;

import java.io.Serializable;
import org.wordloom.base.Problems;

/**
 * How a unigram vocabulary is learned. Names and defaults are SentencePiece's.
 *
 * @param vocabularySize pieces in the end, special ones ({@link #specialPieces}) counted in
 * @param specialPieces how many of them are not learned: unknown, control and user-defined symbols, bytes
 * @param seedSize pieces to begin with, single characters counted in, more than there are in the end
 * @param shrinkingFactor which part of the pieces a round of pruning keeps, in [0.5, 0.95]
 * @param subIterations rounds of expectation and maximisation before each pruning
 * @param maxPieceLength the most code points of a piece, 1 to {@value #MOST_PIECE_LENGTH}
 * @param characterCoverage the share of the text's characters that get a piece of their own, the most frequent ones
 *     first, in (0, 1]; the rest is unknown
 * @param requiredCharacters characters that get a piece however rare they are, even when the text has none
 * @param segmentation where pieces may not reach across
 */
public record UnigramOptions(
        int vocabularySize,
        int specialPieces,
        int seedSize,
        double shrinkingFactor,
        int subIterations,
        int maxPieceLength,
        double characterCoverage,
        String requiredCharacters,
        SegmentOptions segmentation)
        implements Serializable {
    private static final long serialVersionUID = 1L;

    /** Depths of suffixes are kept in a byte. */
    static final int MOST_PIECE_LENGTH = 127;

    /** Seeds, of which there must be more than pieces, are numbered in 24 bits. */
    static final int MOST_PIECES = SeedFinder.MOST_SEEDS - 1;

    private static final int LEAST_SEEDS = 1_000_000;

    /** SentencePiece's, for a vocabulary with {@code <unk>}, {@code <s>} and {@code </s>}. */
    public static UnigramOptions defaults() {
        return new UnigramOptions(8000, 3, seedSize(8000), 0.75, 2, 16, 0.9995, "", SegmentOptions.defaults());
    }

    /** How many pieces to begin with for a vocabulary: a million, as SentencePiece, for a large one four times its size. */
    public static int seedSize(int vocabularySize) {
        return (int) Math.min(SeedFinder.MOST_SEEDS, Math.max(LEAST_SEEDS, 4L * vocabularySize));
    }

    public UnigramOptions withVocabularySize(int size) {
        return new UnigramOptions(
                size,
                specialPieces,
                seedSize,
                shrinkingFactor,
                subIterations,
                maxPieceLength,
                characterCoverage,
                requiredCharacters,
                segmentation);
    }

    public UnigramOptions withSpecialPieces(int count) {
        return new UnigramOptions(
                vocabularySize,
                count,
                seedSize,
                shrinkingFactor,
                subIterations,
                maxPieceLength,
                characterCoverage,
                requiredCharacters,
                segmentation);
    }

    public UnigramOptions withSegmentation(SegmentOptions options) {
        return new UnigramOptions(
                vocabularySize,
                specialPieces,
                seedSize,
                shrinkingFactor,
                subIterations,
                maxPieceLength,
                characterCoverage,
                requiredCharacters,
                options);
    }

    public UnigramOptions withCharacterCoverage(double coverage) {
        return new UnigramOptions(
                vocabularySize,
                specialPieces,
                seedSize,
                shrinkingFactor,
                subIterations,
                maxPieceLength,
                coverage,
                requiredCharacters,
                segmentation);
    }

    /** Adds every value that is out of its range. */
    public void validate(Problems problems) {
        requireSizes(vocabularySize, maxPieceLength, problems);
        problems.require(
                seedSize > vocabularySize || vocabularySize > MOST_PIECES,
                "--seed-size is %d, expected more than --vocab-size, which is %d",
                seedSize,
                vocabularySize);
        problems.require(
                seedSize <= SeedFinder.MOST_SEEDS,
                "--seed-size is %d, expected at most %d",
                seedSize,
                SeedFinder.MOST_SEEDS);
        problems.require(
                shrinkingFactor >= 0.5 && shrinkingFactor <= 0.95,
                "--shrinking-factor is %s, expected 0.5 to 0.95",
                shrinkingFactor);
        problems.require(
                subIterations >= 1 && subIterations <= 10, "--sub-iterations is %d, expected 1 to 10", subIterations);
        problems.require(
                characterCoverage > 0 && characterCoverage <= 1,
                "--character-coverage is %s, expected a number above 0, at most 1",
                characterCoverage);
    }

    /** Adds a size of the vocabulary or a length of pieces that is out of its range. */
    public static void requireSizes(int vocabularySize, int maxPieceLength, Problems problems) {
        problems.require(
                vocabularySize >= 1 && vocabularySize <= MOST_PIECES,
                "--vocab-size is %d, expected 1 to %d",
                vocabularySize,
                MOST_PIECES);
        problems.require(
                maxPieceLength >= 1 && maxPieceLength <= MOST_PIECE_LENGTH,
                "--max-piece-length is %d, expected 1 to %d",
                maxPieceLength,
                MOST_PIECE_LENGTH);
    }
}
