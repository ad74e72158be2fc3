package org.wordloom.kernel;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * Adds sums of scaled rows to two target rows: the one operation behind both updates, dH = G·O and O += Gᵀ·H.
 *
 * <pre>
 *   target0 += rate0 · Σ g[k₀]·x[row]      target1 += rate1 · Σ g[k₀ + second]·x[row]
 * </pre>
 *
 * <p>Every thread has one for all its tiles: operands are set, then {@link #add} is called, and nothing is allocated.
 */
final class SimdRowPair implements Tile.Scratch {
    private static final VectorSpecies<Float> FLOATS = FloatVector.SPECIES_256;
    private static final int LANES = FLOATS.length();

    private float[] x;
    private int end;
    private int stride;
    private float[] g;
    private int k;
    private int second;
    private int evenStep;
    private int bothSteps;
    private float[] target0;
    private int at0;
    private float rate0;
    private float[] target1;
    private int at1;
    private float rate1;

    /** The rows of x that are summed: {@code count} of them, one after another. */
    void rows(float[] rows, int count, int rowStride) {
        x = rows;
        end = count * rowStride;
        stride = rowStride;
    }

    /** The first row's scales are {@code scales[first]} and {@code scales[first + toSecond]}. */
    void scales(float[] scales, int first, int toSecond) {
        g = scales;
        k = first;
        second = toSecond;
    }

    /** From a row's scales to the next row's: these two steps in turn. */
    void steps(int even, int odd) {
        evenStep = even;
        bothSteps = even + odd;
    }

    void firstTarget(float[] row, int at, float rate) {
        target0 = row;
        at0 = at;
        rate0 = rate;
    }

    void secondTarget(float[] row, int at, float rate) {
        target1 = row;
        at1 = at;
        rate1 = rate;
    }

    /** Blocks of two rows by four vectors are eight accumulators; the narrower ones are for the rest of the width. */
    void add() {
        int c = 0;
        while (c < stride) {
            int vectors = (stride - c) / LANES;
            if (vectors == 3 || vectors == 6 || vectors == 9) {
                addThree(c);
                c += 3 * LANES;
            } else if (vectors >= 4) {
                addFour(c);
                c += 4 * LANES;
            } else {
                addOne(c);
                c += LANES;
            }
        }
    }

    private void addFour(int c) {
        float[] rows = x;
        float[] scales = g;
        int scale = k;
        int step = evenStep;
        FloatVector s00 = FloatVector.zero(FLOATS);
        FloatVector s01 = s00;
        FloatVector s02 = s00;
        FloatVector s03 = s00;
        FloatVector s10 = s00;
        FloatVector s11 = s00;
        FloatVector s12 = s00;
        FloatVector s13 = s00;
        for (int row = c; row < end; row += stride) {
            FloatVector y0 = FloatVector.broadcast(FLOATS, scales[scale]);
            FloatVector y1 = FloatVector.broadcast(FLOATS, scales[scale + second]);
            FloatVector v = FloatVector.fromArray(FLOATS, rows, row);
            s00 = y0.fma(v, s00);
            s10 = y1.fma(v, s10);
            v = FloatVector.fromArray(FLOATS, rows, row + LANES);
            s01 = y0.fma(v, s01);
            s11 = y1.fma(v, s11);
            v = FloatVector.fromArray(FLOATS, rows, row + 2 * LANES);
            s02 = y0.fma(v, s02);
            s12 = y1.fma(v, s12);
            v = FloatVector.fromArray(FLOATS, rows, row + 3 * LANES);
            s03 = y0.fma(v, s03);
            s13 = y1.fma(v, s13);
            scale += step;
            step = bothSteps - step;
        }
        SimdRows.add(s00, rate0, target0, at0 + c);
        SimdRows.add(s01, rate0, target0, at0 + c + LANES);
        SimdRows.add(s02, rate0, target0, at0 + c + 2 * LANES);
        SimdRows.add(s03, rate0, target0, at0 + c + 3 * LANES);
        SimdRows.add(s10, rate1, target1, at1 + c);
        SimdRows.add(s11, rate1, target1, at1 + c + LANES);
        SimdRows.add(s12, rate1, target1, at1 + c + 2 * LANES);
        SimdRows.add(s13, rate1, target1, at1 + c + 3 * LANES);
    }

    private void addThree(int c) {
        float[] rows = x;
        float[] scales = g;
        int scale = k;
        int step = evenStep;
        FloatVector s00 = FloatVector.zero(FLOATS);
        FloatVector s01 = s00;
        FloatVector s02 = s00;
        FloatVector s10 = s00;
        FloatVector s11 = s00;
        FloatVector s12 = s00;
        for (int row = c; row < end; row += stride) {
            FloatVector y0 = FloatVector.broadcast(FLOATS, scales[scale]);
            FloatVector y1 = FloatVector.broadcast(FLOATS, scales[scale + second]);
            FloatVector v = FloatVector.fromArray(FLOATS, rows, row);
            s00 = y0.fma(v, s00);
            s10 = y1.fma(v, s10);
            v = FloatVector.fromArray(FLOATS, rows, row + LANES);
            s01 = y0.fma(v, s01);
            s11 = y1.fma(v, s11);
            v = FloatVector.fromArray(FLOATS, rows, row + 2 * LANES);
            s02 = y0.fma(v, s02);
            s12 = y1.fma(v, s12);
            scale += step;
            step = bothSteps - step;
        }
        SimdRows.add(s00, rate0, target0, at0 + c);
        SimdRows.add(s01, rate0, target0, at0 + c + LANES);
        SimdRows.add(s02, rate0, target0, at0 + c + 2 * LANES);
        SimdRows.add(s10, rate1, target1, at1 + c);
        SimdRows.add(s11, rate1, target1, at1 + c + LANES);
        SimdRows.add(s12, rate1, target1, at1 + c + 2 * LANES);
    }

    private void addOne(int c) {
        float[] rows = x;
        float[] scales = g;
        int scale = k;
        int step = evenStep;
        FloatVector s00 = FloatVector.zero(FLOATS);
        FloatVector s10 = s00;
        for (int row = c; row < end; row += stride) {
            FloatVector y0 = FloatVector.broadcast(FLOATS, scales[scale]);
            FloatVector y1 = FloatVector.broadcast(FLOATS, scales[scale + second]);
            FloatVector v = FloatVector.fromArray(FLOATS, rows, row);
            s00 = y0.fma(v, s00);
            s10 = y1.fma(v, s10);
            scale += step;
            step = bothSteps - step;
        }
        SimdRows.add(s00, rate0, target0, at0 + c);
        SimdRows.add(s10, rate1, target1, at1 + c);
    }
}
