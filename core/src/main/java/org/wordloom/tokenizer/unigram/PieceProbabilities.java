package org.wordloom.tokenizer.unigram;

/**
 * The pieces' probabilities, each times a factor for each of its characters that keeps products in a double's range.
 *
 * @param byPiece e to the piece's score and {@code natsPerCharacter} for each of its characters
 * @param natsPerCharacter about the mean of minus the logarithm of a character's probability
 */
record PieceProbabilities(double[] byPiece, double natsPerCharacter) {
    static PieceProbabilities of(PieceForest forest, double natsPerCharacter) {
        double[] byPiece = new double[forest.size()];
        for (int piece = 0; piece < byPiece.length; piece++) {
            // StrictMath here and in ForwardBackward: executors of another make must get the same bits.
            byPiece[piece] = StrictMath.exp(forest.scores()[piece] + natsPerCharacter * forest.lengths()[piece]);
        }
        return new PieceProbabilities(byPiece, natsPerCharacter);
    }
}
