package org.wordloom.tokenizer.unigram;

import java.io.Serializable;

/**
 * What one chunk of the text adds to sums over all of it.
 *
 * @param byPiece counts by piece
 * @param logLikelihood the logarithm of the chunk's probability; 0 where it was not asked for
 * @param nats minus the sum of the logarithms of its different segments' probabilities; 0 likewise
 */
public record ChunkSums(double[] byPiece, double logLikelihood, double nats) implements Serializable {
    private static final long serialVersionUID = 1L;
}
