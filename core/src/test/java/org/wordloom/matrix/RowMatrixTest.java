package org.wordloom.matrix;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.wordloom.TestRandom;

/** Rows keep their values and their padding, within a chunk and across chunks. */
class RowMatrixTest {
    private final TestRandom random = TestRandom.create();

    @Test
    void rowsKeepTheirValues() {
        for (int columns : new int[] {1, 7, 8, 9, 100, 4097}) {
            int rows = 1 + random.below(50);
            RowMatrix matrix = new RowMatrix(rows, columns);
            for (int row = 0; row < rows; row++) {
                for (int c = 0; c < columns; c++) {
                    matrix.set(row, c, row * 5000f + c);
                }
            }
            for (int row = 0; row < rows; row++) {
                float[] values = matrix.row(row);
                assertThat(values).hasSize(columns);
                assertThat(values[columns - 1]).isEqualTo(row * 5000f + columns - 1);
                assertThat(matrix.get(row, 0)).isEqualTo(row * 5000f);
            }
        }
    }

    @Test
    void strideIsAMultipleOfTheLanes() {
        for (int columns = 1; columns < 40; columns++) {
            int stride = RowMatrix.stride(columns);
            assertThat(stride % RowMatrix.LANES).isZero();
            assertThat(stride).isBetween(columns, columns + RowMatrix.LANES - 1);
            assertThat(new RowMatrix(1, columns).stride()).isEqualTo(stride);
        }
        assertThat(RowMatrix.bytes(3_000_000_000L, 300)).isEqualTo(3_000_000_000L * RowMatrix.stride(300) * 4);
    }

    /** 2²⁴ floats fill a chunk: rows of 2²² floats make a new chunk after the fourth. */
    @Test
    void rowsLieInOneChunkEach() {
        int columns = 1 << 22;
        RowMatrix matrix = new RowMatrix(6, columns);
        for (int row = 0; row < 6; row++) {
            matrix.set(row, columns - 1, row + 1);
            assertThat(matrix.offset(row) + matrix.stride()).isLessThanOrEqualTo(matrix.chunk(row).length);
        }
        for (int row = 0; row < 6; row++) {
            assertThat(matrix.get(row, columns - 1)).isEqualTo(row + 1f);
        }
        assertThat(matrix.chunk(0)).isNotSameAs(matrix.chunk(5));
    }

    @Test
    void setRowLeavesOtherRowsAndThePaddingAlone() {
        RowMatrix matrix = new RowMatrix(3, 5);
        matrix.setRow(1, new float[] {9, 1, 2, 3, 4, 5, 9}, 1);
        assertThat(matrix.row(1)).containsExactly(1, 2, 3, 4, 5);
        assertThat(matrix.row(0)).containsOnly(0f);
        assertThat(matrix.row(2)).containsOnly(0f);
        assertThat(matrix.chunk(1)[matrix.offset(1) + 5]).isZero();
    }

    @Test
    void impossibleShapesAreRefused() {
        assertThatThrownBy(() -> new RowMatrix(-1, 5)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new RowMatrix(1, 0)).isInstanceOf(IllegalArgumentException.class);
        assertThat(new RowMatrix(0, 5).rows()).isZero();
        assertThatThrownBy(() -> new RowMatrix(2, 5).get(1, 5)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> new RowMatrix(2, 5).get(1, -1)).isInstanceOf(IndexOutOfBoundsException.class);
    }
}
