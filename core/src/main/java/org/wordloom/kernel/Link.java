package org.wordloom.kernel;

/** How a product becomes a probability, and so an error. All are the logistic function within ±6. */
public enum Link {
    /** The logistic function over the whole range. */
    LOGISTIC(0),
    /** 0 and 1 beyond ±6, as word2vec.c does for negative sampling. */
    LOGISTIC_CLAMPED(1),
    /** No update beyond ±6, as word2vec.c does for hierarchical softmax. */
    LOGISTIC_SKIPPED(2);

    /** word2vec.c's MAX_EXP: where its table of the logistic function ends. */
    static final float TABLE_BOUND = 6f;

    private final int code;

    Link(int code) {
        this.code = code;
    }

    /** As kernels of devices know it: never to be changed. */
    public int code() {
        return code;
    }
}
