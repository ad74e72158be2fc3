package org.wordloom.kernel;

import java.util.Arrays;
import org.wordloom.matrix.RowMatrix;
import org.wordloom.matrix.SparseMatrix;

/** {@link MatrixKernel} in plain Java: what runs where vectors cannot, and the reference of the SIMD kernel. */
final class ScalarMatrixKernel implements MatrixKernel {
    @Override
    public String name() {
        return "scalar";
    }

    @Override
    public void addProduct(SparseMatrix a, RowMatrix x, RowMatrix y) {
        int[] columns = a.columnIndices();
        float[] values = a.values();
        for (int row = 0; row < a.rows(); row++) {
            for (int at = a.start(row); at < a.start(row + 1); at++) {
                addScaled(values[at], x, columns[at], y, row);
            }
        }
    }

    private static void addScaled(float scale, RowMatrix x, int from, RowMatrix y, int to) {
        float[] source = x.chunk(from);
        float[] target = y.chunk(to);
        int atSource = x.offset(from);
        int atTarget = y.offset(to);
        for (int c = 0; c < x.columns(); c++) {
            target[atTarget + c] = Math.fma(scale, source[atSource + c], target[atTarget + c]);
        }
    }

    @Override
    public void addGram(RowMatrix y, double[] gram) {
        int stride = y.stride();
        for (int row = 0; row < y.rows(); row++) {
            float[] values = y.chunk(row);
            int at = y.offset(row);
            for (int i = 0; i < y.columns(); i++) {
                double scale = values[at + i];
                for (int j = i; j < y.columns(); j++) {
                    gram[i * stride + j] = Math.fma(scale, (double) values[at + j], gram[i * stride + j]);
                }
            }
        }
    }

    @Override
    public void transform(RowMatrix y, double[] t, RowMatrix result) {
        int stride = result.stride();
        double[] sums = new double[stride];
        for (int row = 0; row < y.rows(); row++) {
            Arrays.fill(sums, 0);
            float[] values = y.chunk(row);
            int at = y.offset(row);
            for (int i = 0; i < y.columns(); i++) {
                for (int j = 0; j < stride; j++) {
                    sums[j] = Math.fma((double) values[at + i], t[i * stride + j], sums[j]);
                }
            }
            store(sums, result, row);
        }
    }

    private static void store(double[] sums, RowMatrix result, int row) {
        float[] target = result.chunk(row);
        int at = result.offset(row);
        for (int j = 0; j < result.columns(); j++) {
            target[at + j] = (float) sums[j];
        }
    }
}
