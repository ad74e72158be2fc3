package org.wordloom.kernel;

/**
 * The logistic function in single precision, written so that scalar and vector code give the same bits: a fused
 * polynomial for 2ˣ (degree 5 on [-½, ½], relative error below 2.5e-6 with single rounding), scaled by setting the
 * exponent.
 */
final class Logistic {
    /** Beyond this the result is 0 or 1 to single precision, and the exponent of 2ˣ stays in its range. */
    static final float BOUND = 80f;

    static final float LOG2_E = 1.44269504f;
    /** 1.5 · 2²³: adding it rounds a float of moderate size to an integer and leaves that in the low bits. */
    static final float ROUNDER = 12582912f;

    static final int EXPONENT_BIAS = 127;
    static final int MANTISSA_BITS = 23;

    // 2^f on [-0.5, 0.5]: Taylor coefficients ln(2)^k / k!.
    static final float C1 = 0.693147181f;
    static final float C2 = 0.240226507f;
    static final float C3 = 0.0555041087f;
    static final float C4 = 0.00961812911f;
    static final float C5 = 0.00133335581f;

    private Logistic() {}

    /** 1 / (1 + e⁻ˣ). NaN stays NaN. */
    static float of(float x) {
        if (Float.isNaN(x)) {
            return x;
        }
        float y = Math.max(-BOUND, Math.min(BOUND, x)) * -LOG2_E;
        float shifted = y + ROUNDER;
        float f = y - (shifted - ROUNDER);
        float p = Math.fma(C5, f, C4);
        p = Math.fma(p, f, C3);
        p = Math.fma(p, f, C2);
        p = Math.fma(p, f, C1);
        p = Math.fma(p, f, 1f);
        float scale = Float.intBitsToFloat((Float.floatToRawIntBits(shifted) + EXPONENT_BIAS) << MANTISSA_BITS);
        return 1f / Math.fma(p, scale, 1f);
    }
}
