package org.wordloom.train;

/** How the logistic function is computed. */
public enum SigmoidChoice {
    /** Over the whole range. */
    FULL,
    /**
     * As word2vec.c: beyond ±6, negative sampling takes 0 or 1 and hierarchical softmax skips the update.
     */
    CLAMPED
}
