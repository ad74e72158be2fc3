package org.wordloom.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.wordloom.TestRandom;
import org.wordloom.matrix.RowMatrix;
import org.wordloom.matrix.SparseMatrices;
import org.wordloom.matrix.SparseMatrix;

/** Each kernel against plain loops in double, and all kernels against each other, bit by bit. */
class MatrixKernelTest {
    private final TestRandom random = TestRandom.create();

    @Test
    void addsASparseProduct() {
        for (int round = 0; round < 60; round++) {
            SparseMatrix a = SparseMatrices.random(random, random.below(20), 1 + random.below(30));
            RowMatrix x = matrix(a.columns(), 1 + random.below(70));
            RowMatrix start = matrix(a.rows(), x.columns());
            double[][] dense = SparseMatrices.dense(a);
            RowMatrix first = null;
            for (MatrixKernel kernel : kernels()) {
                RowMatrix y = copy(start);
                kernel.addProduct(a, x, y);
                for (int row = 0; row < a.rows(); row++) {
                    for (int column = 0; column < x.columns(); column++) {
                        double expected = start.get(row, column);
                        for (int k = 0; k < a.columns(); k++) {
                            expected += dense[row][k] * x.get(k, column);
                        }
                        assertThat((double) y.get(row, column)).isCloseTo(expected, within(1e-2));
                    }
                }
                first = first == null ? y : first;
                assertSameBits(y, first);
            }
        }
    }

    @Test
    void addsAGramMatrix() {
        for (int round = 0; round < 40; round++) {
            RowMatrix y = matrix(random.below(40), 1 + random.below(40));
            double[] first = null;
            for (MatrixKernel kernel : kernels()) {
                double[] gram = new double[y.columns() * y.stride()];
                kernel.addGram(y, gram);
                kernel.addGram(y, gram);
                for (int i = 0; i < y.columns(); i++) {
                    for (int j = i; j < y.columns(); j++) {
                        double expected = 0;
                        for (int row = 0; row < y.rows(); row++) {
                            expected += 2.0 * y.get(row, i) * y.get(row, j);
                        }
                        assertThat(gram[i * y.stride() + j]).isCloseTo(expected, within(1e-9));
                        if (first != null) {
                            assertThat(gram[i * y.stride() + j]).isEqualTo(first[i * y.stride() + j]);
                        }
                    }
                }
                first = gram;
            }
        }
    }

    @Test
    void transformsByASmallMatrix() {
        for (int round = 0; round < 40; round++) {
            RowMatrix y = matrix(random.below(40), 1 + random.below(40));
            RowMatrix result = new RowMatrix(y.rows(), 1 + random.below(40));
            double[] t = new double[y.columns() * result.stride()];
            for (int i = 0; i < y.columns(); i++) {
                for (int j = 0; j < result.columns(); j++) {
                    t[i * result.stride() + j] = random.below(1000) * 0.001;
                }
            }
            RowMatrix first = null;
            for (MatrixKernel kernel : kernels()) {
                RowMatrix to = copy(result);
                kernel.transform(y, t, to);
                for (int row = 0; row < y.rows(); row++) {
                    for (int j = 0; j < result.columns(); j++) {
                        double expected = 0;
                        for (int i = 0; i < y.columns(); i++) {
                            expected += y.get(row, i) * t[i * result.stride() + j];
                        }
                        assertThat((double) to.get(row, j)).isCloseTo(expected, within(1e-4));
                    }
                }
                first = first == null ? to : first;
                assertSameBits(to, first);
            }
        }
    }

    private static List<MatrixKernel> kernels() {
        MatrixKernel scalar = MatrixKernels.scalar();
        assertThat(scalar.name()).isEqualTo("scalar");
        if (Kernels.processorTooNarrow()) {
            return List.of(scalar);
        }
        MatrixKernel simd = MatrixKernels.simd();
        assertThat(simd.name()).isEqualTo("simd");
        return List.of(scalar, simd);
    }

    private RowMatrix matrix(int rows, int columns) {
        RowMatrix matrix = new RowMatrix(rows, columns);
        for (int row = 0; row < rows; row++) {
            for (int column = 0; column < columns; column++) {
                matrix.set(row, column, random.below(20_000) * 1e-4f - 1);
            }
        }
        return matrix;
    }

    private static RowMatrix copy(RowMatrix matrix) {
        RowMatrix copy = new RowMatrix(matrix.rows(), matrix.columns());
        for (int row = 0; row < matrix.rows(); row++) {
            copy.setRow(row, matrix.row(row), 0);
        }
        return copy;
    }

    private static void assertSameBits(RowMatrix a, RowMatrix b) {
        for (int row = 0; row < a.rows(); row++) {
            assertThat(a.row(row)).containsExactly(b.row(row));
        }
    }
}
