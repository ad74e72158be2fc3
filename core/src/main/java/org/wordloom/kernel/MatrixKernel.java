package org.wordloom.kernel;

import org.wordloom.matrix.RowMatrix;
import org.wordloom.matrix.SparseMatrix;

/**
 * The arithmetic of a truncated singular value decomposition over blocks of rows. Every value is one chain of fused
 * multiply-adds in a fixed order, so that all kernels give the same bits. Keeps no state: threads may share a kernel.
 */
public interface MatrixKernel {
    /** How options, logs and {@code run.json} call the kernel. */
    String name();

    /** y += a · x, in float, over the entries of each row of {@code a} in their order. */
    void addProduct(SparseMatrix a, RowMatrix x, RowMatrix y);

    /**
     * Adds yᵀ · y in double, over the rows in their order.
     *
     * @param gram {@code y.columns()} rows of {@code y.stride()} values; only the upper triangle means something
     *     afterwards
     */
    void addGram(RowMatrix y, double[] gram);

    /**
     * result = y · t: computed in double, rounded to float once.
     *
     * @param t {@code y.columns()} rows of {@code result.stride()} values, those beyond {@code result.columns()} zero
     */
    void transform(RowMatrix y, double[] t, RowMatrix result);
}
