package org.wordloom.kernel;

/**
 * Logarithm and weight of a cell in single precision: polynomials of fused multiply-adds, so that every machine, compiled
 * or not, computes the same bits. ln x is within 2 units in the last place of StrictMath's (or 1e-7 of it near 1),
 * the weight within 1.5e-6 of its value for values of at least xMax / 10⁴ and alpha up to 1.
 */
final class CellWeights {
    private static final float LN_2 = 0.693147181f;
    /** The bits of √½, so that the mantissa is reduced to [√½, √2). */
    private static final int ROOT_HALF_BITS = 0x3F3504F3;

    /** ln(2)⁶ / 6!, which continues the polynomial of {@link Logistic}. */
    private static final float C6 = 0.000154035304f;

    private static final int MANTISSA_BITS = Logistic.MANTISSA_BITS;
    /** 2ˣ below this would leave the normal numbers; a weight of 10⁻³⁸ is as good as none. */
    private static final float LEAST_EXPONENT = -126f;

    private CellWeights() {}

    /** Fills in what the kernel needs besides rows and columns. */
    static void prepare(CellBatch batch, CellRule rule) {
        float[] values = batch.values;
        float[] logarithms = batch.logarithms;
        float[] weights = batch.weights;
        float logarithmOfMax = logarithm(rule.xMax());
        for (int k = 0; k < batch.size(); k++) {
            float logarithm = logarithm(values[k]);
            logarithms[k] = logarithm;
            weights[k] = values[k] >= rule.xMax() ? 1f : power(rule.alpha() * (logarithm - logarithmOfMax));
        }
    }

    /** ln x of a positive normal float; NaN for everything else, zero and infinity included. */
    static float logarithm(float x) {
        if (!(x >= Float.MIN_NORMAL && x <= Float.MAX_VALUE)) {
            return Float.NaN;
        }
        int bits = Float.floatToRawIntBits(x);
        int exponent = (bits - ROOT_HALF_BITS) >> MANTISSA_BITS;
        float m = Float.intBitsToFloat(bits - (exponent << MANTISSA_BITS));
        // ln m = 2 artanh z with |z| < 0.172: the series in z² to the fourth power is exact to single precision.
        float z = (m - 1f) / (m + 1f);
        float q = z * z;
        float p = Math.fma(q, 1f / 9f, 1f / 7f);
        p = Math.fma(p, q, 1f / 5f);
        p = Math.fma(p, q, 1f / 3f);
        float tail = 2f * z * q * p;
        return Math.fma((float) exponent, LN_2, Math.fma(2f, z, tail));
    }

    /** eʸ for y up to 0, by a polynomial of degree 6. NaN stays NaN. */
    static float power(float y) {
        float x = y * Logistic.LOG2_E;
        if (x < LEAST_EXPONENT) {
            return 0f;
        }
        float shifted = x + Logistic.ROUNDER;
        float f = x - (shifted - Logistic.ROUNDER);
        float p = Math.fma(C6, f, Logistic.C5);
        p = Math.fma(p, f, Logistic.C4);
        p = Math.fma(p, f, Logistic.C3);
        p = Math.fma(p, f, Logistic.C2);
        p = Math.fma(p, f, Logistic.C1);
        p = Math.fma(p, f, 1f);
        int scale = (Float.floatToRawIntBits(shifted) + Logistic.EXPONENT_BIAS) << MANTISSA_BITS;
        return p * Float.intBitsToFloat(scale);
    }
}
