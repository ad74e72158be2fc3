package org.wordloom.kernel;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;
import org.wordloom.matrix.RowMatrix;
import org.wordloom.matrix.SparseMatrix;

/**
 * Sparse times dense. Four entries of a sparse row at a time: the target row is loaded and stored once for four rows of
 * x, whose reading is what the product costs. Nothing is allocated.
 */
final class SimdSparseProduct {
    private static final VectorSpecies<Float> FLOATS = SimdLanes.FLOATS;
    private static final int LANES = FLOATS.length();

    private SimdSparseProduct() {}

    static void add(SparseMatrix a, RowMatrix x, RowMatrix y) {
        int[] columns = a.columnIndices();
        float[] values = a.values();
        int stride = y.stride();
        for (int row = 0; row < a.rows(); row++) {
            float[] target = y.chunk(row);
            int to = y.offset(row);
            int end = a.start(row + 1);
            int at = a.start(row);
            for (; at + 3 < end; at += 4) {
                addFour(columns, values, at, x, target, to, stride);
            }
            for (; at < end; at++) {
                int column = columns[at];
                addOne(values[at], x.chunk(column), x.offset(column), target, to, stride);
            }
        }
    }

    private static void addFour(
            int[] columns, float[] values, int at, RowMatrix x, float[] target, int to, int stride) {
        float[] x0 = x.chunk(columns[at]);
        float[] x1 = x.chunk(columns[at + 1]);
        float[] x2 = x.chunk(columns[at + 2]);
        float[] x3 = x.chunk(columns[at + 3]);
        int at0 = x.offset(columns[at]);
        int at1 = x.offset(columns[at + 1]);
        int at2 = x.offset(columns[at + 2]);
        int at3 = x.offset(columns[at + 3]);
        FloatVector v0 = FloatVector.broadcast(FLOATS, values[at]);
        FloatVector v1 = FloatVector.broadcast(FLOATS, values[at + 1]);
        FloatVector v2 = FloatVector.broadcast(FLOATS, values[at + 2]);
        FloatVector v3 = FloatVector.broadcast(FLOATS, values[at + 3]);
        for (int c = 0; c < stride; c += LANES) {
            FloatVector sum = FloatVector.fromArray(FLOATS, target, to + c);
            sum = v0.fma(FloatVector.fromArray(FLOATS, x0, at0 + c), sum);
            sum = v1.fma(FloatVector.fromArray(FLOATS, x1, at1 + c), sum);
            sum = v2.fma(FloatVector.fromArray(FLOATS, x2, at2 + c), sum);
            sum = v3.fma(FloatVector.fromArray(FLOATS, x3, at3 + c), sum);
            sum.intoArray(target, to + c);
        }
    }

    private static void addOne(float value, float[] x, int at, float[] target, int to, int stride) {
        FloatVector v = FloatVector.broadcast(FLOATS, value);
        for (int c = 0; c < stride; c += LANES) {
            v.fma(FloatVector.fromArray(FLOATS, x, at + c), FloatVector.fromArray(FLOATS, target, to + c))
                    .intoArray(target, to + c);
        }
    }
}
