package org.wordloom.eval;

import org.wordloom.model.WordVectors;

/** Correlates cosine similarity with human judgement. */
public final class SimilarityEvaluation {
    private SimilarityEvaluation() {}

    public static SimilarityResult evaluate(
            WordVectors vectors, SimilarityDataset dataset, SimilarityOptions options) {
        throw new UnsupportedOperationException("in work");
    }
}
