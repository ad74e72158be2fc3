package org.wordloom.cluster.svd;

import java.io.Serializable;
import org.apache.spark.broadcast.Broadcast;
import org.wordloom.blocks.BlockPartition;
import org.wordloom.cluster.progress.ExecutorProgress;
import org.wordloom.decomposition.RandomSigns;
import org.wordloom.decomposition.SvdOptions;
import org.wordloom.kernel.MatrixKernel;
import org.wordloom.kernel.MatrixKernels;
import org.wordloom.matrix.RowMatrix;
import org.wordloom.matrix.SparseMatrix;
import org.wordloom.train.KernelDecision;

/**
 * What the tasks of a decomposition do, each a pure function of blocks that earlier stages left in the store: a task
 * that is repeated, or runs twice, writes the same bits. A task holds two dense blocks and one sparse block at a time.
 *
 * @param run names the decomposition, unique in every JVM
 * @param matrix what is decomposed
 * @param cacheBytes what of the matrix an executor keeps between passes
 * @param store where dense blocks lie
 * @param options of the decomposition
 * @param progressKey of the running stage
 */
record SvdTasks(
        String run,
        Broadcast<PmiMatrix> matrix,
        long cacheBytes,
        TallStore store,
        SvdOptions options,
        String progressKey)
        implements Serializable {
    /** Makes a block of the random start. Every task gives the number of the matrix's entries that it met, here none. */
    long start(TallMatrix to, int block) {
        BlockPartition partition = matrix.value().partition();
        RowMatrix rows = new RowMatrix(partition.size(block), to.columns());
        RandomSigns signs = new RandomSigns(options.seed());
        for (int index = 0; index < rows.rows(); index++) {
            signs.fill(partition.row(block, index), rows, index);
        }
        store.put(to.name(), block, rows);
        return 0;
    }

    /** Makes a block of rows of the product A·x or Aᵀ·x. */
    long multiply(boolean transposed, TallMatrix x, TallMatrix to, int block) {
        int rows = matrix.value().partition().size(block);
        return addProduct(transposed, x, new RowMatrix(rows, to.columns()), to, block);
    }

    /** Makes a block of rows of A·x + z·t. */
    long multiplyAndAdd(TallMatrix x, TallMatrix z, Broadcast<double[]> t, TallMatrix to, int block) {
        RowMatrix start = store.get(z.name(), block);
        RowMatrix sum = new RowMatrix(start.rows(), to.columns());
        kernel().transform(start, t.value(), sum);
        return addProduct(false, x, sum, to, block);
    }

    /** Adds up over the blocks of x in their order. */
    private long addProduct(boolean transposed, TallMatrix x, RowMatrix sum, TallMatrix to, int block) {
        MatrixKernel kernel = kernel();
        long entries = 0;
        for (int other = 0; other < matrix.value().partition().blocks(); other++) {
            SparseMatrix a = transposed ? transposed(other, block) : block(block, other);
            if (a.entries() > 0) {
                kernel.addProduct(a, store.get(x.name(), other), sum);
            }
            entries += a.entries();
            ExecutorProgress.instance().counter(progressKey).increment();
        }
        store.put(to.name(), block, sum);
        return entries;
    }

    /** The sum of the blocks' Gram matrices, in their order. */
    double[] gram(TallMatrix y, int firstBlock, int endBlock) {
        MatrixKernel kernel = kernel();
        double[] gram = new double[y.columns() * RowMatrix.stride(y.columns())];
        for (int block = firstBlock; block < endBlock; block++) {
            kernel.addGram(store.get(y.name(), block), gram);
        }
        return gram;
    }

    /** Makes a block of rows of x·t. */
    long transform(TallMatrix from, Broadcast<double[]> t, TallMatrix to, int block) {
        RowMatrix x = store.get(from.name(), block);
        RowMatrix result = new RowMatrix(x.rows(), to.columns());
        kernel().transform(x, t.value(), result);
        store.put(to.name(), block, result);
        return 0;
    }

    /** What runs where {@link SvdOptions#kernel} leaves the choice. */
    MatrixKernel kernel() {
        return switch (options.kernel()) {
            case AUTO -> MatrixKernels.fastest();
            case SCALAR -> MatrixKernels.scalar();
            case SIMD -> MatrixKernels.simd();
            case OPENCL -> throw KernelDecision.noOpenClForm("the singular value decomposition");
        };
    }

    private SparseMatrix block(int row, int column) {
        return PmiCache.of(run, cacheBytes)
                .get(row, column, false, () -> matrix.value().block(row, column));
    }

    private SparseMatrix transposed(int row, int column) {
        return PmiCache.of(run, cacheBytes)
                .get(row, column, true, () -> block(row, column).transposed());
    }
}
