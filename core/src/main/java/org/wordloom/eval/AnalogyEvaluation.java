package org.wordloom.eval;

import org.wordloom.model.WordVectors;

/** Answers analogy questions and counts the correct answers. */
public final class AnalogyEvaluation {
    private AnalogyEvaluation() {}

    public static AnalogyResult evaluate(WordVectors vectors, AnalogyQuestions questions, AnalogyOptions options) {
        throw new UnsupportedOperationException("in work");
    }
}
