package org.wordloom.tokenizer.unigram;

/** Which sums over segmentations are taken. */
public enum ChunkWork {
    /** How often each piece is expected, over all segmentations by their probabilities. */
    EXPECTED {
        @Override
        ChunkSums run(PieceForest forest, double natsPerCharacter, int from, int to) {
            return new ForwardBackward(forest, natsPerCharacter).sums(from, to);
        }
    },
    /** How often each piece occurs in the most probable segmentations. */
    BEST {
        @Override
        ChunkSums run(PieceForest forest, double natsPerCharacter, int from, int to) {
            return new ChunkSums(BestSegmentations.count(forest, from, to), 0, 0);
        }
    };

    /** The sums over the segments {@code [from, to)}. */
    abstract ChunkSums run(PieceForest forest, double natsPerCharacter, int from, int to);
}
