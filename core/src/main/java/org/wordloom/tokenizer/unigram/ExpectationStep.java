package org.wordloom.tokenizer.unigram;

import java.util.List;

/** How often each piece is expected in the text, over all segmentations by their probabilities (forward-backward). */
final class ExpectationStep {
    private static final double FIRST_NATS = 3;

    private final PieceForest forest;
    private final TextSums sums;
    /** About the mean of minus the logarithm of a character's probability. */
    private double natsPerCharacter = FIRST_NATS;

    private double logLikelihood;

    ExpectationStep(PieceForest forest, TextSums sums) {
        this.forest = forest;
        this.sums = sums;
    }

    /** Expected counts by piece. */
    double[] run() {
        List<ChunkSums> parts = sums.of(ChunkWork.EXPECTED, natsPerCharacter);
        double nats = 0;
        logLikelihood = 0;
        for (ChunkSums part : parts) {
            nats += part.nats();
            logLikelihood += part.logLikelihood();
        }
        Segments segments = forest.segments();
        natsPerCharacter = nats / Math.max(1, segments.start(segments.size()) - segments.size());
        return TextSums.total(parts);
    }

    /** The logarithm of the text's probability, before the pieces' last change. */
    double logLikelihood() {
        return logLikelihood;
    }
}
