package org.wordloom.kernel;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * Adds scaled rows to two target rows: the one operation behind both updates of {@link SimdPairUpdate}.
 *
 * <pre>
 *   target0 += Σ g0r·x[r]      target1 += Σ g1r·x[r]
 * </pre>
 *
 * <p>The loops run along the rows, with a constant step, and their sums live in the targets: HotSpot then checks indices
 * once before the loop and unrolls it. Four rows are what one call adds: their eight scales, two sums and four rows fit the
 * sixteen vector registers; six rows were slower. The scales are parameters because reading them from fields here cost a
 * sixth of the update (docs/LOG.md).
 */
final class SimdRowPair {
    private static final VectorSpecies<Float> FLOATS = SimdLanes.FLOATS;
    private static final int LANES = FLOATS.length();

    private SimdRowPair() {}

    /** The rows of x begin at {@code first}, a stride apart. The targets must not be the same row. */
    static void addFour(
            float[] x,
            int first,
            int stride,
            float g00,
            float g01,
            float g02,
            float g03,
            float g10,
            float g11,
            float g12,
            float g13,
            float[] target0,
            int at0,
            float[] target1,
            int at1) {
        int row1 = first + stride;
        int row2 = row1 + stride;
        int row3 = row2 + stride;
        FloatVector y00 = FloatVector.broadcast(FLOATS, g00);
        FloatVector y01 = FloatVector.broadcast(FLOATS, g01);
        FloatVector y02 = FloatVector.broadcast(FLOATS, g02);
        FloatVector y03 = FloatVector.broadcast(FLOATS, g03);
        FloatVector y10 = FloatVector.broadcast(FLOATS, g10);
        FloatVector y11 = FloatVector.broadcast(FLOATS, g11);
        FloatVector y12 = FloatVector.broadcast(FLOATS, g12);
        FloatVector y13 = FloatVector.broadcast(FLOATS, g13);
        for (int c = 0; c < stride; c += LANES) {
            FloatVector v = FloatVector.fromArray(FLOATS, x, first + c);
            FloatVector s0 = y00.fma(v, FloatVector.fromArray(FLOATS, target0, at0 + c));
            FloatVector s1 = y10.fma(v, FloatVector.fromArray(FLOATS, target1, at1 + c));
            v = FloatVector.fromArray(FLOATS, x, row1 + c);
            s0 = y01.fma(v, s0);
            s1 = y11.fma(v, s1);
            v = FloatVector.fromArray(FLOATS, x, row2 + c);
            s0 = y02.fma(v, s0);
            s1 = y12.fma(v, s1);
            v = FloatVector.fromArray(FLOATS, x, row3 + c);
            y03.fma(v, s0).intoArray(target0, at0 + c);
            y13.fma(v, s1).intoArray(target1, at1 + c);
        }
    }

    /** The rest of a sum, and all of it where the rows are two hidden vectors. */
    static void addTwo(
            float[] x,
            int first,
            int stride,
            float g00,
            float g01,
            float g10,
            float g11,
            float[] target0,
            int at0,
            float[] target1,
            int at1) {
        int row1 = first + stride;
        FloatVector y00 = FloatVector.broadcast(FLOATS, g00);
        FloatVector y01 = FloatVector.broadcast(FLOATS, g01);
        FloatVector y10 = FloatVector.broadcast(FLOATS, g10);
        FloatVector y11 = FloatVector.broadcast(FLOATS, g11);
        for (int c = 0; c < stride; c += LANES) {
            FloatVector v = FloatVector.fromArray(FLOATS, x, first + c);
            FloatVector s0 = y00.fma(v, FloatVector.fromArray(FLOATS, target0, at0 + c));
            FloatVector s1 = y10.fma(v, FloatVector.fromArray(FLOATS, target1, at1 + c));
            v = FloatVector.fromArray(FLOATS, x, row1 + c);
            y01.fma(v, s0).intoArray(target0, at0 + c);
            y11.fma(v, s1).intoArray(target1, at1 + c);
        }
    }
}
