package org.wordloom.kernel;

import java.util.Arrays;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorSpecies;
import org.wordloom.matrix.RowMatrix;

/** Products of a tall block with small dense matrices, in double: yᵀ · y and y · t. Scratch is made once a call. */
final class SimdTallProducts {
    private static final VectorSpecies<Double> DOUBLES = DoubleVector.SPECIES_256;
    private static final int LANES = DOUBLES.length();
    /** Rows that pass over the Gram matrix together: it is too large for the first-level cache. */
    private static final int ROWS = 4;

    private SimdTallProducts() {}

    static void addGram(RowMatrix y, double[] gram) {
        double[] rows = new double[ROWS * y.stride()];
        for (int first = 0; first < y.rows(); first += ROWS) {
            int count = Math.min(ROWS, y.rows() - first);
            for (int i = 0; i < ROWS; i++) {
                widen(y, i < count ? first + i : -1, rows, i * y.stride());
            }
            // Rows of zeros past the end change no bit of the sums but the sign of a zero.
            addRows(rows, y.columns(), y.stride(), gram);
        }
    }

    private static void widen(RowMatrix y, int row, double[] to, int at) {
        if (row < 0) {
            Arrays.fill(to, at, at + y.stride(), 0);
            return;
        }
        float[] from = y.chunk(row);
        int offset = y.offset(row);
        for (int c = 0; c < y.stride(); c++) {
            to[at + c] = from[offset + c];
        }
    }

    private static void addRows(double[] rows, int columns, int stride, double[] gram) {
        int r1 = stride;
        int r2 = 2 * stride;
        int r3 = 3 * stride;
        for (int i = 0; i < columns; i++) {
            DoubleVector s0 = DoubleVector.broadcast(DOUBLES, rows[i]);
            DoubleVector s1 = DoubleVector.broadcast(DOUBLES, rows[r1 + i]);
            DoubleVector s2 = DoubleVector.broadcast(DOUBLES, rows[r2 + i]);
            DoubleVector s3 = DoubleVector.broadcast(DOUBLES, rows[r3 + i]);
            int line = i * stride;
            for (int j = i / LANES * LANES; j < stride; j += LANES) {
                DoubleVector sum = DoubleVector.fromArray(DOUBLES, gram, line + j);
                sum = s0.fma(DoubleVector.fromArray(DOUBLES, rows, j), sum);
                sum = s1.fma(DoubleVector.fromArray(DOUBLES, rows, r1 + j), sum);
                sum = s2.fma(DoubleVector.fromArray(DOUBLES, rows, r2 + j), sum);
                sum = s3.fma(DoubleVector.fromArray(DOUBLES, rows, r3 + j), sum);
                sum.intoArray(gram, line + j);
            }
        }
    }

    static void transform(RowMatrix y, double[] t, RowMatrix result) {
        int stride = result.stride();
        double[] sums = new double[stride];
        for (int row = 0; row < y.rows(); row++) {
            Arrays.fill(sums, 0);
            float[] values = y.chunk(row);
            int at = y.offset(row);
            int i = 0;
            for (; i + 3 < y.columns(); i += 4) {
                addFour(values, at + i, t, i * stride, sums, stride);
            }
            for (; i < y.columns(); i++) {
                addOne(values[at + i], t, i * stride, sums, stride);
            }
            narrow(sums, result, row);
        }
    }

    private static void addFour(float[] values, int at, double[] t, int t0, double[] sums, int stride) {
        int t1 = t0 + stride;
        int t2 = t1 + stride;
        int t3 = t2 + stride;
        DoubleVector v0 = DoubleVector.broadcast(DOUBLES, values[at]);
        DoubleVector v1 = DoubleVector.broadcast(DOUBLES, values[at + 1]);
        DoubleVector v2 = DoubleVector.broadcast(DOUBLES, values[at + 2]);
        DoubleVector v3 = DoubleVector.broadcast(DOUBLES, values[at + 3]);
        for (int c = 0; c < stride; c += LANES) {
            DoubleVector sum = DoubleVector.fromArray(DOUBLES, sums, c);
            sum = v0.fma(DoubleVector.fromArray(DOUBLES, t, t0 + c), sum);
            sum = v1.fma(DoubleVector.fromArray(DOUBLES, t, t1 + c), sum);
            sum = v2.fma(DoubleVector.fromArray(DOUBLES, t, t2 + c), sum);
            sum = v3.fma(DoubleVector.fromArray(DOUBLES, t, t3 + c), sum);
            sum.intoArray(sums, c);
        }
    }

    private static void addOne(float value, double[] t, int from, double[] sums, int stride) {
        DoubleVector v = DoubleVector.broadcast(DOUBLES, value);
        for (int c = 0; c < stride; c += LANES) {
            v.fma(DoubleVector.fromArray(DOUBLES, t, from + c), DoubleVector.fromArray(DOUBLES, sums, c))
                    .intoArray(sums, c);
        }
    }

    private static void narrow(double[] sums, RowMatrix result, int row) {
        float[] target = result.chunk(row);
        int at = result.offset(row);
        for (int c = 0; c < result.columns(); c++) {
            target[at + c] = (float) sums[c];
        }
    }
}
