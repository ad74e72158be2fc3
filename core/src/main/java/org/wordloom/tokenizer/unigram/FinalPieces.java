package org.wordloom.tokenizer.unigram;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.wordloom.tokenizer.unigram.UnigramVocabulary.ScoredPiece;

/** The vocabulary out of what training left. */
final class FinalPieces {
    /** Between characters that are hardly ever pieces of their own, so that no two have the same score. */
    private static final double RARE_STEP = 1e-4;

    private static final Comparator<ScoredPiece> BY_SCORE =
            Comparator.comparingDouble(ScoredPiece::score).reversed().thenComparing(FinalPieces::compareCodePoints);

    private final PieceForest forest;
    private final Alphabet alphabet;
    private final double leastScore;

    /** @param leastScore characters with a lower one are hardly ever pieces of their own */
    FinalPieces(PieceForest forest, Alphabet alphabet, double leastScore) {
        this.forest = forest;
        this.alphabet = alphabet;
        this.leastScore = leastScore;
    }

    /** All pieces, the most probable first. */
    List<ScoredPiece> sorted() {
        List<ScoredPiece> pieces = characters();
        for (int piece = forest.characters(); piece < forest.size(); piece++) {
            pieces.add(new ScoredPiece(text(piece), forest.scores()[piece]));
        }
        pieces.sort(BY_SCORE);
        return pieces;
    }

    /** Rare ones get the least score, and rarer ones less. */
    private List<ScoredPiece> characters() {
        Integer[] byCount = new Integer[alphabet.size()];
        Arrays.setAll(byCount, i -> i);
        Arrays.sort(byCount, Comparator.comparingLong(i -> -alphabet.count(i + 1)));
        List<ScoredPiece> characters = new ArrayList<>();
        double rare = leastScore;
        for (int i : byCount) {
            double score = forest.scores()[i];
            if (score < leastScore) {
                score = rare;
                rare -= RARE_STEP;
            }
            characters.add(new ScoredPiece(Character.toString(alphabet.codePoint(i + 1)), score));
        }
        return characters;
    }

    private String text(int piece) {
        char[] text = forest.segments().text();
        int from = forest.sample(piece);
        StringBuilder characters = new StringBuilder();
        for (int i = from; i < from + forest.lengths()[piece]; i++) {
            characters.appendCodePoint(alphabet.codePoint(text[i]));
        }
        return characters.toString();
    }

    private static int compareCodePoints(ScoredPiece a, ScoredPiece b) {
        return Arrays.compare(
                a.piece().codePoints().toArray(), b.piece().codePoints().toArray());
    }
}
