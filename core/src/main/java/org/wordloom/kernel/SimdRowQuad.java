package org.wordloom.kernel;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * Adds scaled rows to the four of a {@link RowQuad}, as {@link SimdRowPair} does to two: in the same order for each target,
 * so with the same bits. A row is read for four targets instead of two, a third fewer reads for as much arithmetic, and
 * reads are what bounds it. Sixteen scales, four sums and a row want 21 vector registers.
 */
final class SimdRowQuad {
    private static final VectorSpecies<Float> FLOATS = SimdLanes.FLOATS;
    private static final int LANES = FLOATS.length();

    private SimdRowQuad() {}

    /** Whether the processor has the registers: 32, as all have whose vectors are of 512 bits, and few others. */
    static boolean fits() {
        return LANES == 16;
    }

    /** Adds g00·x[0] + g01·x[1] + … to the first target, and so on. The rows of x begin at {@code first}, a stride apart. */
    static void addFour(
            RowQuad targets,
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
            float g20,
            float g21,
            float g22,
            float g23,
            float g30,
            float g31,
            float g32,
            float g33) {
        float[] to0 = targets.chunk0;
        int at0 = targets.at0;
        float[] to1 = targets.chunk1;
        int at1 = targets.at1;
        float[] to2 = targets.chunk2;
        int at2 = targets.at2;
        float[] to3 = targets.chunk3;
        int at3 = targets.at3;
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
        FloatVector y20 = FloatVector.broadcast(FLOATS, g20);
        FloatVector y21 = FloatVector.broadcast(FLOATS, g21);
        FloatVector y22 = FloatVector.broadcast(FLOATS, g22);
        FloatVector y23 = FloatVector.broadcast(FLOATS, g23);
        FloatVector y30 = FloatVector.broadcast(FLOATS, g30);
        FloatVector y31 = FloatVector.broadcast(FLOATS, g31);
        FloatVector y32 = FloatVector.broadcast(FLOATS, g32);
        FloatVector y33 = FloatVector.broadcast(FLOATS, g33);
        for (int c = 0; c < stride; c += LANES) {
            FloatVector v = FloatVector.fromArray(FLOATS, x, first + c);
            FloatVector s0 = y00.fma(v, FloatVector.fromArray(FLOATS, to0, at0 + c));
            FloatVector s1 = y10.fma(v, FloatVector.fromArray(FLOATS, to1, at1 + c));
            FloatVector s2 = y20.fma(v, FloatVector.fromArray(FLOATS, to2, at2 + c));
            FloatVector s3 = y30.fma(v, FloatVector.fromArray(FLOATS, to3, at3 + c));
            v = FloatVector.fromArray(FLOATS, x, row1 + c);
            s0 = y01.fma(v, s0);
            s1 = y11.fma(v, s1);
            s2 = y21.fma(v, s2);
            s3 = y31.fma(v, s3);
            v = FloatVector.fromArray(FLOATS, x, row2 + c);
            s0 = y02.fma(v, s0);
            s1 = y12.fma(v, s1);
            s2 = y22.fma(v, s2);
            s3 = y32.fma(v, s3);
            v = FloatVector.fromArray(FLOATS, x, row3 + c);
            y03.fma(v, s0).intoArray(to0, at0 + c);
            y13.fma(v, s1).intoArray(to1, at1 + c);
            y23.fma(v, s2).intoArray(to2, at2 + c);
            y33.fma(v, s3).intoArray(to3, at3 + c);
        }
    }

    /** The rest of a sum. */
    static void addTwo(
            RowQuad targets,
            float[] x,
            int first,
            int stride,
            float g00,
            float g01,
            float g10,
            float g11,
            float g20,
            float g21,
            float g30,
            float g31) {
        SimdRowPair.addTwo(
                x, first, stride, g00, g01, g10, g11, targets.chunk0, targets.at0, targets.chunk1, targets.at1);
        SimdRowPair.addTwo(
                x, first, stride, g20, g21, g30, g31, targets.chunk2, targets.at2, targets.chunk3, targets.at3);
    }
}
