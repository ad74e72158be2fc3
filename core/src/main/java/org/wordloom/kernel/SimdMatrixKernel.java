package org.wordloom.kernel;

import org.wordloom.matrix.RowMatrix;
import org.wordloom.matrix.SparseMatrix;

/**
 * {@link MatrixKernel} with the Vector API: lanes are columns, so that no sum runs across lanes and each element is the
 * scalar kernel's chain of fused multiply-adds.
 */
final class SimdMatrixKernel implements MatrixKernel {
    @Override
    public String name() {
        return "simd";
    }

    @Override
    public void addProduct(SparseMatrix a, RowMatrix x, RowMatrix y) {
        SimdSparseProduct.add(a, x, y);
    }

    @Override
    public void addGram(RowMatrix y, double[] gram) {
        SimdTallProducts.addGram(y, gram);
    }

    @Override
    public void transform(RowMatrix y, double[] t, RowMatrix result) {
        SimdTallProducts.transform(y, t, result);
    }
}
