package org.wordloom.kernel;

/**
 * What each of the n input rows whose mean a hidden vector is receives of the hidden vector's gradient: n = 1 makes no
 * difference.
 */
public enum ContextGradient {
    /** Its share: 1/n, the true gradient of a mean. */
    MEAN(0),
    /** 1/√n: the rows move as far together as one row alone would, if their moves were independent. */
    ROOT(1),
    /** All of it, as word2vec.c and gensim do. */
    SUM(2);

    private final int code;

    ContextGradient(int code) {
        this.code = code;
    }

    /** As kernels of devices know it: never to be changed. */
    public int code() {
        return code;
    }

    /** The factor for each of so many rows. */
    public float share(int inputs) {
        return switch (this) {
            case MEAN -> 1f / inputs;
            case ROOT -> (float) (1 / Math.sqrt(inputs));
            case SUM -> 1f;
        };
    }
}
