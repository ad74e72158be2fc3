package org.wordloom.kernel;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * Adds scaled rows to two target rows: the one operation behind both updates, dH = G·O and O += Gᵀ·H.
 *
 * <pre>
 *   target0 += rate0 · Σ g[place(r)]·x[r]      target1 += rate1 · Σ g[place(r) + toSecond]·x[r]      r = 0 … 3
 * </pre>
 *
 * <p>The loop runs along the rows, with a constant step, and its sums live in the targets: HotSpot then checks indices
 * once before the loop and unrolls it to two instructions for each multiply-add. A loop over the rows x, with the sums
 * in registers, reads less but checked every index and took twice as long (docs/LOG.md).
 *
 * <p>Every thread has one for all its tiles: operands are set, then {@link #add} is called, and nothing is allocated.
 */
final class SimdRowPair implements Tile.Scratch {
    /** Rows that one call adds: their eight scales, two sums and four rows fit the sixteen vector registers. */
    static final int ROWS = 4;

    private static final VectorSpecies<Float> FLOATS = FloatVector.SPECIES_256;
    private static final int LANES = FLOATS.length();

    private final float[] discarded;
    private float[] target0;
    private int at0;
    private float rate0;
    private float[] target1;
    private int at1;
    private float rate1;
    private float[] scales;
    private int oddStep;
    private int pairStep;
    private int toSecond;

    SimdRowPair(int stride) {
        discarded = new float[stride];
    }

    void firstTarget(float[] row, int at, float rate) {
        target0 = row;
        at0 = at;
        rate0 = rate;
    }

    /** Must be another row than the first target, since both are read before either is written. */
    void secondTarget(float[] row, int at, float rate) {
        target1 = row;
        at1 = at;
        rate1 = rate;
    }

    /** For the last of an odd number of rows, and where two equal rows must be added one after the other. */
    void noFirstTarget() {
        firstTarget(discarded, 0, 0f);
    }

    void noSecondTarget() {
        secondTarget(discarded, 0, 0f);
    }

    /** Where the scales of four rows lie from that of the first: at 0, odd, pair and odd + pair. */
    void scales(float[] g, int odd, int pair, int second) {
        scales = g;
        oddStep = odd;
        pairStep = pair;
        toSecond = second;
    }

    /** Adds up to four rows that begin at {@code first}; the scale of the first is {@code scales[k]}. */
    void add(float[] x, int first, int stride, int rows, int k) {
        if (rows <= 2) {
            addTwo(x, first, stride, rows, k);
        } else {
            addFour(x, first, stride, rows, k);
        }
    }

    private void addFour(float[] x, int first, int stride, int rows, int k) {
        boolean four = rows >= ROWS;
        int row1 = first + stride;
        int row2 = row1 + stride;
        int row3 = four ? row2 + stride : first;
        FloatVector g00 = scale(rate0, k);
        FloatVector g01 = scale(rate0, k + oddStep);
        FloatVector g02 = scale(rate0, k + pairStep);
        FloatVector g03 = four ? scale(rate0, k + oddStep + pairStep) : FloatVector.zero(FLOATS);
        FloatVector g10 = scale(rate1, k + toSecond);
        FloatVector g11 = scale(rate1, k + oddStep + toSecond);
        FloatVector g12 = scale(rate1, k + pairStep + toSecond);
        FloatVector g13 = four ? scale(rate1, k + oddStep + pairStep + toSecond) : FloatVector.zero(FLOATS);
        float[] sums0 = target0;
        float[] sums1 = target1;
        int from0 = at0;
        int from1 = at1;
        for (int c = 0; c < stride; c += LANES) {
            FloatVector v = FloatVector.fromArray(FLOATS, x, first + c);
            FloatVector s0 = g00.fma(v, FloatVector.fromArray(FLOATS, sums0, from0 + c));
            FloatVector s1 = g10.fma(v, FloatVector.fromArray(FLOATS, sums1, from1 + c));
            v = FloatVector.fromArray(FLOATS, x, row1 + c);
            s0 = g01.fma(v, s0);
            s1 = g11.fma(v, s1);
            v = FloatVector.fromArray(FLOATS, x, row2 + c);
            s0 = g02.fma(v, s0);
            s1 = g12.fma(v, s1);
            v = FloatVector.fromArray(FLOATS, x, row3 + c);
            g03.fma(v, s0).intoArray(sums0, from0 + c);
            g13.fma(v, s1).intoArray(sums1, from1 + c);
        }
    }

    /** The rest of an odd number of pairs, and all of a tile with two hidden vectors (CBOW's). */
    private void addTwo(float[] x, int first, int stride, int rows, int k) {
        boolean two = rows == 2;
        int row1 = two ? first + stride : first;
        FloatVector g00 = scale(rate0, k);
        FloatVector g01 = two ? scale(rate0, k + oddStep) : FloatVector.zero(FLOATS);
        FloatVector g10 = scale(rate1, k + toSecond);
        FloatVector g11 = two ? scale(rate1, k + oddStep + toSecond) : FloatVector.zero(FLOATS);
        float[] sums0 = target0;
        float[] sums1 = target1;
        int from0 = at0;
        int from1 = at1;
        for (int c = 0; c < stride; c += LANES) {
            FloatVector v = FloatVector.fromArray(FLOATS, x, first + c);
            FloatVector s0 = g00.fma(v, FloatVector.fromArray(FLOATS, sums0, from0 + c));
            FloatVector s1 = g10.fma(v, FloatVector.fromArray(FLOATS, sums1, from1 + c));
            v = FloatVector.fromArray(FLOATS, x, row1 + c);
            g01.fma(v, s0).intoArray(sums0, from0 + c);
            g11.fma(v, s1).intoArray(sums1, from1 + c);
        }
    }

    private FloatVector scale(float rate, int k) {
        return FloatVector.broadcast(FLOATS, rate * scales[k]);
    }
}
