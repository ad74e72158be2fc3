package org.wordloom.search;

/**
 * 3CosMul (Levy and Goldberg, "Linguistic regularities in sparse and explicit word representations", 2014, equation 4):
 * cosines with b and c are multiplied, the product is divided by the cosine with a; all are shifted to [0, 1].
 */
final class MultiplicativeScore {
    /** The paper's ε = 0.001 was for counts; gensim uses this one, which we follow to give the same figures. */
    private static final float EPSILON = 1e-6f;

    private MultiplicativeScore() {}

    /** Replaces the products with b, at {@code from}, by the scores; those with c and a follow {@code stride} apart. */
    static void combine(float[] products, int from, int stride, int count) {
        int c = from + stride;
        int a = c + stride;
        for (int i = 0; i < count; i++) {
            float positive = shift(products[from + i]) * shift(products[c + i]);
            products[from + i] = positive / (shift(products[a + i]) + EPSILON);
        }
    }

    private static float shift(float cosine) {
        return (1 + cosine) * 0.5f;
    }
}
