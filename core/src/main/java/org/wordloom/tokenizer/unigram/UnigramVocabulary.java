package org.wordloom.tokenizer.unigram;

import java.util.List;

/**
 * What was learned: pieces by score, the most probable first, equal ones by code points.
 *
 * @param pieces without any special ones
 * @param logLikelihood natural logarithm of the text's probability before the last change of the scores, characters
 *     that no piece covers left out
 */
public record UnigramVocabulary(List<ScoredPiece> pieces, double logLikelihood) {
    public UnigramVocabulary {
        pieces = List.copyOf(pieces);
    }

    /**
     * A piece.
     *
     * @param piece its characters
     * @param score natural logarithm of its probability
     */
    public record ScoredPiece(String piece, double score) {}
}
