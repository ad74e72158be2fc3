package org.wordloom.cluster.svd;

import org.wordloom.base.ExitCode;
import org.wordloom.base.WordloomException;
import org.wordloom.decomposition.SvdOptions;
import org.wordloom.matrix.RowMatrix;

/**
 * Truncated singular value decomposition of a sparse matrix by a randomised block method: a range finder with power
 * iterations that orthonormalise after every product, then the decomposition of the matrix within that range (Halko,
 * Martinsson and Tropp, "Finding structure with randomness", 2011, algorithms 4.4 and 5.1). Columns are orthonormalised
 * by the eigenvectors of their Gram matrix (Stathopoulos and Wu, "A block orthogonalization procedure", 2002), which
 * finds out their rank by itself.
 */
final class RandomizedSvd {
    /**
     * One orthonormalisation leaves the rounding of double precision divided by the Gram matrix's condition. Above this
     * it stays below what storing the vectors in single precision costs anyway; below it, a second one follows.
     */
    private static final double WELL_CONDITIONED = 1e-8;

    private final SvdStages stages;
    private final SvdOptions options;

    RandomizedSvd(SvdStages stages, SvdOptions options) {
        this.stages = stages;
        this.options = options;
    }

    /**
     * The decomposition within the range that was found.
     *
     * @param singularValues in descending order; fewer than {@code dim} when the matrix has no more
     * @param left the left singular vectors times a power of the singular values, padded with zeros to {@code dim}
     * @param right the same of the right singular vectors
     */
    record Result(double[] singularValues, TallMatrix left, TallMatrix right) {}

    /** @param words rows and columns of the matrix */
    Result run(int words) {
        TallMatrix start = stages.start(options.width(words));
        TallMatrix range = orthonormal(stages.multiply(false, start));
        stages.drop(start);
        for (int iteration = 0; iteration < options.powerIterations(); iteration++) {
            range = refined(range);
        }
        return decompose(range, stages.multiply(true, range));
    }

    /**
     * A basis nearer to the leading left singular vectors: that of (A·Aᵀ − α)·Q, made in two steps so that nothing is
     * squared, Z = Aᵀ·Q·T orthonormal and then A·Z − α·Q·T. The shift α takes from every eigenvalue of A·Aᵀ what the
     * leading ones can spare, so that the others fall behind faster (Feng, Yu, Xie and Tang, "Faster randomized SVD with
     * dynamic shifts", 2024). The eigenvalues of (Aᵀ·Q)ᵀ·(Aᵀ·Q) never exceed those of A·Aᵀ that they approach; half of
     * the smallest is thus a shift that turns no eigenvalue below it into one of larger size.
     */
    private TallMatrix refined(TallMatrix range) {
        TallMatrix product = stages.multiply(true, range);
        SymmetricEigen eigen = eigen(product);
        boolean complete = eigen.rank() == range.columns();
        double shift = complete ? 0.5 * eigen.values()[eigen.rank() - 1] : 0;
        TallMatrix corange = basis(product, eigen);
        double[] back = eigen.scaled(
                corange.columns(), RowMatrix.stride(corange.columns()), j -> -shift / Math.sqrt(eigen.values()[j]));
        TallMatrix next = orthonormal(stages.multiplyAndAdd(corange, range, back));
        stages.drop(corange);
        stages.drop(range);
        return next;
    }

    /** A ≈ Q·Bᵀ with B = Aᵀ·Q; the eigenvectors W of Bᵀ·B give the left vectors Q·W and the right ones B·W·Σ⁻¹. */
    private Result decompose(TallMatrix range, TallMatrix b) {
        SymmetricEigen eigen = eigen(b);
        int dim = options.dim();
        int stride = RowMatrix.stride(dim);
        double power = options.eigenvalueWeighting();
        int found = Math.min(dim, eigen.rank());
        double[] singularValues = new double[found];
        for (int j = 0; j < found; j++) {
            singularValues[j] = Math.sqrt(eigen.values()[j]);
        }
        TallMatrix left =
                stages.transform(range, eigen.scaled(dim, stride, j -> StrictMath.pow(singularValues[j], power)), dim);
        stages.drop(range);
        TallMatrix right =
                stages.transform(b, eigen.scaled(dim, stride, j -> StrictMath.pow(singularValues[j], power - 1)), dim);
        stages.drop(b);
        return new Result(singularValues, left, right);
    }

    /** An orthonormal basis of the columns of y, as many as its rank; y is given up. */
    private TallMatrix orthonormal(TallMatrix y) {
        SymmetricEigen eigen = eigen(y);
        TallMatrix basis = basis(y, eigen);
        return eigen.inverseCondition() < WELL_CONDITIONED ? orthonormal(basis) : basis;
    }

    /** y·W·Λ^-½; y is given up. */
    private TallMatrix basis(TallMatrix y, SymmetricEigen eigen) {
        int rank = eigen.rank();
        TallMatrix basis = stages.transform(
                y, eigen.scaled(rank, RowMatrix.stride(rank), j -> 1 / Math.sqrt(eigen.values()[j])), rank);
        stages.drop(y);
        return basis;
    }

    private SymmetricEigen eigen(TallMatrix y) {
        SymmetricEigen eigen = SymmetricEigen.of(stages.gram(y), y.columns(), RowMatrix.stride(y.columns()));
        if (eigen.rank() == 0) {
            throw new WordloomException(
                    ExitCode.INPUT,
                    "no two words of the artefact occur together more often than chance, times the shift of "
                            + options.shift() + ": there is nothing to decompose; lower --shift, or use more text");
        }
        return eigen;
    }
}
