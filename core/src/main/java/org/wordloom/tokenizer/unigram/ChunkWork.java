package org.wordloom.tokenizer.unigram;

/** Which sums over segmentations are taken. */
public enum ChunkWork {
    /** How often each piece is expected, over all segmentations by their probabilities. */
    EXPECTED {
        @Override
        PieceProbabilities prepare(PieceForest forest, double natsPerCharacter) {
            return PieceProbabilities.of(forest, natsPerCharacter);
        }

        @Override
        ChunkSums run(PieceForest forest, PieceProbabilities probabilities, int from, int to) {
            return new ForwardBackward(forest, probabilities).sums(from, to);
        }
    },
    /** How often each piece occurs in the most probable segmentations. */
    BEST {
        @Override
        PieceProbabilities prepare(PieceForest forest, double natsPerCharacter) {
            return null; // it compares logarithms
        }

        @Override
        ChunkSums run(PieceForest forest, PieceProbabilities probabilities, int from, int to) {
            return new ChunkSums(BestSegmentations.count(forest, from, to), 0, 0);
        }
    };

    /** What all chunks need of the pieces as they are: once a pass, not once a chunk. */
    abstract PieceProbabilities prepare(PieceForest forest, double natsPerCharacter);

    /** The sums over the segments {@code [from, to)}. */
    abstract ChunkSums run(PieceForest forest, PieceProbabilities probabilities, int from, int to);
}
