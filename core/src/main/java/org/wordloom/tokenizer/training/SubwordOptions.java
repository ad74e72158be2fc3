package org.wordloom.tokenizer.training;

import java.io.Serializable;
import java.util.List;
import org.wordloom.base.Problems;
import org.wordloom.base.ThreadLimit;
import org.wordloom.tokenizer.PieceType;
import org.wordloom.tokenizer.merging.AlphabetOptions;
import org.wordloom.tokenizer.unigram.UnigramOptions;
import org.wordloom.tokenizer.wordpiece.WordPieceTrainerOptions;
import org.wordloom.tokenizer.wordpiece.WordPieceTrainerOptions.Criterion;

/**
 * Which pieces are learned, and the one source of the defaults that differ by model.
 *
 * @param kind the model
 * @param vocabularySize how many pieces, special tokens and characters counted too; for unigram below 2^24
 * @param minFrequency a pair that occurs less often is not merged; not for unigram
 * @param maxPieceLength how many characters a piece may have, 2 or more, for unigram 1 to 127; 0: any number, for
 *     unigram 16
 * @param alphabetLimit how many characters get pieces of their own, the most frequent ones; 0: all; not for unigram
 * @param characterCoverage the share of the text's characters that get pieces of their own; for unigram only
 * @param specialTokens tokens with the first ids, different ones, which nothing else is taken for; null for those of the
 *     model. One that is learned too stays one piece.
 * @param byteFallback whether unknown characters become pieces for their bytes
 * @param criterion which pair is merged next; for WordPiece only
 * @param threads how many threads learn; the pieces do not depend on it
 */
public record SubwordOptions(
        Kind kind,
        int vocabularySize,
        long minFrequency,
        int maxPieceLength,
        int alphabetLimit,
        double characterCoverage,
        List<String> specialTokens,
        boolean byteFallback,
        Criterion criterion,
        int threads)
        implements Serializable {
    private static final long serialVersionUID = 1L;

    /** How pieces are learned, and how words are taken apart into them. */
    public enum Kind {
        BPE(TextNormalization.NONE, WordSplitting.BYTE_LEVEL, 2),
        WORDPIECE(TextNormalization.BERT, WordSplitting.BERT, 5),
        UNIGRAM(TextNormalization.NMT_NFKC, WordSplitting.METASPACE, 1);

        private final TextNormalization normalization;
        private final WordSplitting splitting;
        private final long minFrequency;

        Kind(TextNormalization normalization, WordSplitting splitting, long minFrequency) {
            this.normalization = normalization;
            this.splitting = splitting;
            this.minFrequency = minFrequency;
        }

        /** What goes with the model unless something else is asked for. */
        public TextOptions text() {
            return new TextOptions(normalization, false, false, splitting, TextOptions.LONGEST_WORD);
        }

        /** 30,000 pieces (unigram: 8,000, as SentencePiece), everything else as the model's trainer has it. */
        public SubwordOptions defaults() {
            return new SubwordOptions(
                    this,
                    this == UNIGRAM ? 8_000 : 30_000,
                    minFrequency,
                    0,
                    0,
                    0.9995,
                    null,
                    false,
                    WordPieceTrainerOptions.defaults().criterion(),
                    1);
        }
    }

    public SubwordOptions {
        specialTokens = specialTokens == null ? null : List.copyOf(specialTokens);
    }

    /** The special tokens, those of the model if none were named. */
    List<String> specialTokens(WordSplitting splitting) {
        if (specialTokens != null) {
            return specialTokens;
        }
        return switch (kind) {
            case BPE -> List.of(splitting.isByteLevel() ? "<|endoftext|>" : "<unk>");
            case WORDPIECE -> List.of("[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]");
            case UNIGRAM -> List.of("<unk>", "<s>", "</s>");
        };
    }

    /** Adds every value that is out of its range, or does not go with {@code splitting}. */
    public void validate(WordSplitting splitting, Problems problems) {
        problems.require(minFrequency >= 1, "--min-frequency is %d, expected at least 1", minFrequency);
        requireSizes(problems);
        AlphabetOptions.defaults()
                .withSpecialTokens(specialTokens(splitting))
                .withLimit(alphabetLimit)
                .validate(problems);
        problems.require(
                characterCoverage > 0 && characterCoverage <= 1,
                "--character-coverage is %s, expected more than 0 and at most 1",
                characterCoverage);
        ThreadLimit.validateKnown(threads, problems);
        problems.require(
                !byteFallback || !splitting.isByteLevel(),
                "--byte-fallback does not go with byte-level words, in which nothing is unknown");
        problems.require(
                alphabetLimit <= 0 || !splitting.isByteLevel(),
                "--alphabet-limit does not go with byte-level words, whose 256 characters are all kept");
        problems.require(
                !byteFallback || kind != Kind.WORDPIECE, "--byte-fallback does not go with WordPiece, which has none");
        requireToken("[UNK]", kind == Kind.WORDPIECE, splitting, problems);
        requireToken("<unk>", kind == Kind.UNIGRAM, splitting, problems);
        for (String token : specialTokens(splitting)) {
            problems.require(
                    !byteFallback || PieceType.byteOf(token) < 0,
                    "--special-tokens names %s, a piece that --byte-fallback needs for text",
                    token);
        }
    }

    private void requireSizes(Problems problems) {
        if (kind == Kind.UNIGRAM) {
            UnigramOptions.requireSizes(vocabularySize, maxPieceLength == 0 ? 1 : maxPieceLength, problems);
        } else {
            problems.require(vocabularySize >= 1, "--vocab-size is %d, expected at least 1", vocabularySize);
            problems.require(
                    maxPieceLength == 0 || maxPieceLength >= 2,
                    "--max-piece-length is %d, expected at least 2, or 0 for any length",
                    maxPieceLength);
        }
    }

    private void requireToken(String token, boolean needed, WordSplitting splitting, Problems problems) {
        problems.require(
                !needed || specialTokens(splitting).contains(token),
                "--special-tokens lacks %s, which the model needs for what is unknown",
                token);
    }
}
