package org.wordloom.tokenizer.wordpiece;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.wordloom.tokenizer.merging.LikelihoodChoice;
import org.wordloom.tokenizer.merging.ReferenceMerging;
import org.wordloom.tokenizer.merging.ReferenceMerging.Counted;
import org.wordloom.vocab.Vocabulary;

/** WordPiece, the slow way. */
final class ReferenceWordPiece {
    private ReferenceWordPiece() {}

    /** The pieces that {@link WordPieceTrainer} should learn. */
    static List<String> pieces(Vocabulary words, WordPieceTrainerOptions options) {
        ReferenceMerging merging = new ReferenceMerging(
                words,
                options.alphabet().specialTokens(),
                options.alphabet().continuingPrefix(),
                options.alphabet().endOfWordSuffix(),
                options.maxPieceLength());
        while (merging.pieces().size() < options.vocabularySize()) {
            Counted best = merging.count().stream()
                    .filter(pair -> pair.count() >= options.minFrequency())
                    .min(Comparator.comparingDouble((Counted pair) -> -score(pair, options))
                            .thenComparingInt(Counted::leftId)
                            .thenComparingInt(Counted::rightId))
                    .orElse(null);
            if (best == null) {
                break;
            }
            merging.merge(best.pair());
        }
        return merging.pieces();
    }

    private static double score(Counted pair, WordPieceTrainerOptions options) {
        return switch (options.criterion()) {
            case FREQUENCY -> pair.count();
            case LIKELIHOOD -> LikelihoodChoice.score(pair.count(), pair.leftCount(), pair.rightCount());
        };
    }

    /** Greedy longest match, a substring at a time, as BERT's own tokenizer does. */
    static List<String> encode(String word, Set<String> pieces, WordPieceOptions options) {
        int[] characters = word.codePoints().toArray();
        List<String> found = new ArrayList<>();
        int start = 0;
        while (start < characters.length && characters.length <= options.maxCharactersPerWord()) {
            int end = characters.length;
            while (end > start && !pieces.contains(candidate(characters, start, end, options))) {
                end--;
            }
            if (end == start) {
                break;
            }
            found.add(candidate(characters, start, end, options));
            start = end;
        }
        return start == characters.length ? found : List.of(options.unknownToken());
    }

    private static String candidate(int[] characters, int start, int end, WordPieceOptions options) {
        return (start == 0 ? "" : options.continuingPrefix()) + new String(characters, start, end - start);
    }
}
