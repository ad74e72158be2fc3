package org.wordloom.kernel;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * Adds sums of scaled rows to two target rows: the one operation behind both updates, dH = G·O and O += Gᵀ·H. Two rows
 * by six column vectors are twelve accumulators, which with two coefficients and one operand just fit the sixteen
 * vector registers; the narrower blocks are for what is left of a row's width.
 */
final class SimdRowPair {
    private static final VectorSpecies<Float> FLOATS = FloatVector.SPECIES_256;
    private static final int LANES = FLOATS.length();

    private SimdRowPair() {}

    /**
     * target0 += rate0 · Σ g[k₀]·x[row], target1 += rate1 · Σ g[k₀ + second]·x[row], over the rows of x; k₀ begins at k
     * and advances by step and nextStep in turn.
     *
     * @param x rows one after another
     * @param rows how many
     */
    static void add(
            float[] x,
            int rows,
            int stride,
            float[] g,
            int k,
            int second,
            int step,
            int nextStep,
            float[] target0,
            int at0,
            float rate0,
            float[] target1,
            int at1,
            float rate1) {
        int end = rows * stride;
        int c = 0;
        while (c < stride) {
            int width = blockWidth((stride - c) / LANES);
            switch (width) {
                case 6 ->
                    addSix(
                            x, c, end, stride, g, k, second, step, nextStep, target0, at0 + c, rate0, target1, at1 + c,
                            rate1);
                case 4 ->
                    addFour(
                            x, c, end, stride, g, k, second, step, nextStep, target0, at0 + c, rate0, target1, at1 + c,
                            rate1);
                case 3 ->
                    addThree(
                            x, c, end, stride, g, k, second, step, nextStep, target0, at0 + c, rate0, target1, at1 + c,
                            rate1);
                default ->
                    addOne(
                            x, c, end, stride, g, k, second, step, nextStep, target0, at0 + c, rate0, target1, at1 + c,
                            rate1);
            }
            c += width * LANES;
        }
    }

    /** The widest block that leaves no remainder of one or two vectors, where that is possible. */
    private static int blockWidth(int vectors) {
        return switch (vectors) {
            case 1, 2 -> 1;
            case 3 -> 3;
            case 4, 5, 7, 8, 11 -> 4;
            default -> 6;
        };
    }

    private static void addSix(
            float[] x,
            int c,
            int end,
            int stride,
            float[] g,
            int k,
            int second,
            int step,
            int nextStep,
            float[] target0,
            int at0,
            float rate0,
            float[] target1,
            int at1,
            float rate1) {
        FloatVector s00 = FloatVector.zero(FLOATS);
        FloatVector s01 = s00;
        FloatVector s02 = s00;
        FloatVector s03 = s00;
        FloatVector s04 = s00;
        FloatVector s05 = s00;
        FloatVector s10 = s00;
        FloatVector s11 = s00;
        FloatVector s12 = s00;
        FloatVector s13 = s00;
        FloatVector s14 = s00;
        FloatVector s15 = s00;
        int first = k;
        int thisStep = step;
        int otherStep = nextStep;
        for (int row = c; row < end; row += stride) {
            FloatVector y0 = FloatVector.broadcast(FLOATS, g[first]);
            FloatVector y1 = FloatVector.broadcast(FLOATS, g[first + second]);
            FloatVector v = FloatVector.fromArray(FLOATS, x, row);
            s00 = y0.fma(v, s00);
            s10 = y1.fma(v, s10);
            v = FloatVector.fromArray(FLOATS, x, row + LANES);
            s01 = y0.fma(v, s01);
            s11 = y1.fma(v, s11);
            v = FloatVector.fromArray(FLOATS, x, row + 2 * LANES);
            s02 = y0.fma(v, s02);
            s12 = y1.fma(v, s12);
            v = FloatVector.fromArray(FLOATS, x, row + 3 * LANES);
            s03 = y0.fma(v, s03);
            s13 = y1.fma(v, s13);
            v = FloatVector.fromArray(FLOATS, x, row + 4 * LANES);
            s04 = y0.fma(v, s04);
            s14 = y1.fma(v, s14);
            v = FloatVector.fromArray(FLOATS, x, row + 5 * LANES);
            s05 = y0.fma(v, s05);
            s15 = y1.fma(v, s15);
            first += thisStep;
            int swap = thisStep;
            thisStep = otherStep;
            otherStep = swap;
        }
        SimdRows.add(s00, rate0, target0, at0);
        SimdRows.add(s01, rate0, target0, at0 + LANES);
        SimdRows.add(s02, rate0, target0, at0 + 2 * LANES);
        SimdRows.add(s03, rate0, target0, at0 + 3 * LANES);
        SimdRows.add(s04, rate0, target0, at0 + 4 * LANES);
        SimdRows.add(s05, rate0, target0, at0 + 5 * LANES);
        SimdRows.add(s10, rate1, target1, at1);
        SimdRows.add(s11, rate1, target1, at1 + LANES);
        SimdRows.add(s12, rate1, target1, at1 + 2 * LANES);
        SimdRows.add(s13, rate1, target1, at1 + 3 * LANES);
        SimdRows.add(s14, rate1, target1, at1 + 4 * LANES);
        SimdRows.add(s15, rate1, target1, at1 + 5 * LANES);
    }

    private static void addFour(
            float[] x,
            int c,
            int end,
            int stride,
            float[] g,
            int k,
            int second,
            int step,
            int nextStep,
            float[] target0,
            int at0,
            float rate0,
            float[] target1,
            int at1,
            float rate1) {
        FloatVector s00 = FloatVector.zero(FLOATS);
        FloatVector s01 = s00;
        FloatVector s02 = s00;
        FloatVector s03 = s00;
        FloatVector s10 = s00;
        FloatVector s11 = s00;
        FloatVector s12 = s00;
        FloatVector s13 = s00;
        int first = k;
        int thisStep = step;
        int otherStep = nextStep;
        for (int row = c; row < end; row += stride) {
            FloatVector y0 = FloatVector.broadcast(FLOATS, g[first]);
            FloatVector y1 = FloatVector.broadcast(FLOATS, g[first + second]);
            FloatVector v = FloatVector.fromArray(FLOATS, x, row);
            s00 = y0.fma(v, s00);
            s10 = y1.fma(v, s10);
            v = FloatVector.fromArray(FLOATS, x, row + LANES);
            s01 = y0.fma(v, s01);
            s11 = y1.fma(v, s11);
            v = FloatVector.fromArray(FLOATS, x, row + 2 * LANES);
            s02 = y0.fma(v, s02);
            s12 = y1.fma(v, s12);
            v = FloatVector.fromArray(FLOATS, x, row + 3 * LANES);
            s03 = y0.fma(v, s03);
            s13 = y1.fma(v, s13);
            first += thisStep;
            int swap = thisStep;
            thisStep = otherStep;
            otherStep = swap;
        }
        SimdRows.add(s00, rate0, target0, at0);
        SimdRows.add(s01, rate0, target0, at0 + LANES);
        SimdRows.add(s02, rate0, target0, at0 + 2 * LANES);
        SimdRows.add(s03, rate0, target0, at0 + 3 * LANES);
        SimdRows.add(s10, rate1, target1, at1);
        SimdRows.add(s11, rate1, target1, at1 + LANES);
        SimdRows.add(s12, rate1, target1, at1 + 2 * LANES);
        SimdRows.add(s13, rate1, target1, at1 + 3 * LANES);
    }

    private static void addThree(
            float[] x,
            int c,
            int end,
            int stride,
            float[] g,
            int k,
            int second,
            int step,
            int nextStep,
            float[] target0,
            int at0,
            float rate0,
            float[] target1,
            int at1,
            float rate1) {
        FloatVector s00 = FloatVector.zero(FLOATS);
        FloatVector s01 = s00;
        FloatVector s02 = s00;
        FloatVector s10 = s00;
        FloatVector s11 = s00;
        FloatVector s12 = s00;
        int first = k;
        int thisStep = step;
        int otherStep = nextStep;
        for (int row = c; row < end; row += stride) {
            FloatVector y0 = FloatVector.broadcast(FLOATS, g[first]);
            FloatVector y1 = FloatVector.broadcast(FLOATS, g[first + second]);
            FloatVector v = FloatVector.fromArray(FLOATS, x, row);
            s00 = y0.fma(v, s00);
            s10 = y1.fma(v, s10);
            v = FloatVector.fromArray(FLOATS, x, row + LANES);
            s01 = y0.fma(v, s01);
            s11 = y1.fma(v, s11);
            v = FloatVector.fromArray(FLOATS, x, row + 2 * LANES);
            s02 = y0.fma(v, s02);
            s12 = y1.fma(v, s12);
            first += thisStep;
            int swap = thisStep;
            thisStep = otherStep;
            otherStep = swap;
        }
        SimdRows.add(s00, rate0, target0, at0);
        SimdRows.add(s01, rate0, target0, at0 + LANES);
        SimdRows.add(s02, rate0, target0, at0 + 2 * LANES);
        SimdRows.add(s10, rate1, target1, at1);
        SimdRows.add(s11, rate1, target1, at1 + LANES);
        SimdRows.add(s12, rate1, target1, at1 + 2 * LANES);
    }

    private static void addOne(
            float[] x,
            int c,
            int end,
            int stride,
            float[] g,
            int k,
            int second,
            int step,
            int nextStep,
            float[] target0,
            int at0,
            float rate0,
            float[] target1,
            int at1,
            float rate1) {
        FloatVector s00 = FloatVector.zero(FLOATS);
        FloatVector s10 = s00;
        int first = k;
        int thisStep = step;
        int otherStep = nextStep;
        for (int row = c; row < end; row += stride) {
            FloatVector y0 = FloatVector.broadcast(FLOATS, g[first]);
            FloatVector y1 = FloatVector.broadcast(FLOATS, g[first + second]);
            FloatVector v = FloatVector.fromArray(FLOATS, x, row);
            s00 = y0.fma(v, s00);
            s10 = y1.fma(v, s10);
            first += thisStep;
            int swap = thisStep;
            thisStep = otherStep;
            otherStep = swap;
        }
        SimdRows.add(s00, rate0, target0, at0);
        SimdRows.add(s10, rate1, target1, at1);
    }
}
