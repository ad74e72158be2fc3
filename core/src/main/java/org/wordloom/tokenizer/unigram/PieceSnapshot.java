package org.wordloom.tokenizer.unigram;

import java.io.Serializable;

/**
 * The pieces as they are at one time, for those who hold chunks of the text: some 17 bytes a piece, and 4 for each piece
 * that there was at first.
 *
 * @param heirs by the number that a piece had when the chunks were made, the number of the longest piece that is left and
 *     that it begins with
 * @param characters how many of the pieces are single characters
 * @param parents by piece, as in {@link PieceForest}
 * @param lengths by piece, in characters
 * @param scores by piece, natural logarithms of probabilities
 * @param natsPerCharacter about the mean of minus the logarithm of a character's probability
 */
public record PieceSnapshot(
        int[] heirs, int characters, int[] parents, byte[] lengths, double[] scores, double natsPerCharacter)
        implements Serializable {
    private static final long serialVersionUID = 1L;
}
