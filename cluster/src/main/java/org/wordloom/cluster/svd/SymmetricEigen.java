package org.wordloom.cluster.svd;

import java.util.Comparator;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.EigenDecomposition;
import org.wordloom.base.ExitCode;
import org.wordloom.base.WordloomException;

/**
 * Eigenvalues and eigenvectors of a Gram matrix yᵀ · y: what orthonormalises the columns of a tall matrix y of which
 * only blocks are ever in one place.
 *
 * @param values in descending order, only those that are not noise
 * @param vectors {@code vectors[i][j]}: element i of eigenvector j
 */
record SymmetricEigen(double[] values, double[][] vectors) {
    /**
     * Eigenvalues below this fraction of the largest are noise: y is stored in single precision, whose rounding errors
     * have about 1e-14 of the largest eigenvalue. A direction that is kept has at least 1e-6 of the largest length.
     */
    private static final double NOISE = 1e-12;

    /**
     * Decomposes a Gram matrix. A matrix of rank r gives r values and vectors.
     *
     * @param gram rows of {@code stride} values, of which the upper triangle counts
     * @throws WordloomException TRAINING when it holds NaN or infinity
     */
    static SymmetricEigen of(double[] gram, int size, int stride) {
        EigenDecomposition eigen =
                new EigenDecomposition(new Array2DRowRealMatrix(mirrored(gram, size, stride), false));
        double[] all = eigen.getRealEigenvalues();
        double largest = IntStream.range(0, size).mapToDouble(i -> all[i]).max().orElse(0);
        int[] kept = IntStream.range(0, size)
                .boxed()
                .filter(i -> all[i] > largest * NOISE)
                .sorted(Comparator.comparingDouble(i -> -all[i]))
                .mapToInt(Integer::intValue)
                .toArray();
        double[] values = new double[kept.length];
        double[][] vectors = new double[size][kept.length];
        for (int j = 0; j < kept.length; j++) {
            values[j] = all[kept[j]];
            double[] vector = eigen.getEigenvector(kept[j]).toArray();
            for (int i = 0; i < size; i++) {
                vectors[i][j] = vector[i];
            }
        }
        return new SymmetricEigen(values, vectors);
    }

    int rank() {
        return values.length;
    }

    /** The smallest eigenvalue that is kept over the largest. */
    double inverseCondition() {
        return rank() == 0 ? 1 : values[rank() - 1] / values[0];
    }

    /**
     * The first {@code columns} eigenvectors, vector j times {@code scale(j)}, laid out for a kernel.
     *
     * @param stride of the result, whose columns from {@link #rank} on are zero
     */
    double[] scaled(int columns, int stride, IntToDoubleFunction scale) {
        double[] result = new double[vectors.length * stride];
        for (int j = 0; j < Math.min(columns, rank()); j++) {
            double factor = scale.applyAsDouble(j);
            for (int i = 0; i < vectors.length; i++) {
                result[i * stride + j] = vectors[i][j] * factor;
            }
        }
        return result;
    }

    private static double[][] mirrored(double[] gram, int size, int stride) {
        double[][] full = new double[size][size];
        for (int i = 0; i < size; i++) {
            for (int j = i; j < size; j++) {
                double value = gram[i * stride + j];
                if (!Double.isFinite(value)) {
                    throw new WordloomException(
                            ExitCode.TRAINING,
                            "the decomposition met NaN or infinity; are the counts of the artefact finite?");
                }
                full[i][j] = value;
                full[j][i] = value;
            }
        }
        return full;
    }
}
