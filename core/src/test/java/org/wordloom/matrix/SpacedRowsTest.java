package org.wordloom.matrix;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.wordloom.TestRandom;

/** Values keep their columns while rows are spaced, and come back. */
class SpacedRowsTest {
    private static final int ROWS = 5;

    private final TestRandom random = TestRandom.create();

    @ParameterizedTest
    @ValueSource(ints = {1, 14, 15, 16, 17, 29, 30, 31, 32, 100, 128, 200, 300, 1000})
    void theFirstLinesHaveASpareFloat(int columns) {
        RowSpacing spacing = RowSpacing.forThreads(columns);
        RowMatrix dense = random(new RowMatrix(ROWS, columns));
        float[][] before = rows(dense);
        RowMatrix matrix = new SpacedRows(dense, spacing).matrix();
        assertThat(matrix.columns()).isEqualTo(matrix.stride()).isEqualTo(dense.stride());
        for (int row = 0; row < ROWS; row++) {
            float[] floats = matrix.row(row);
            for (int c = 0; c < columns; c++) {
                assertThat(floats[place(c, spacing)])
                        .as("row %d, column %d", row, c)
                        .isEqualTo(before[row][c]);
                floats[place(c, spacing)] = 0f;
            }
            assertThat(floats).containsOnly(0f);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 15, 16, 30, 100, 128, 200, 300})
    void whatThreadsDidComesBack(int columns) {
        for (RowSpacing spacing : new RowSpacing[] {RowSpacing.forThreads(columns), RowSpacing.dense(columns)}) {
            RowMatrix dense = random(new RowMatrix(ROWS, columns));
            float[][] before = rows(dense);
            SpacedRows spaced = new SpacedRows(dense, spacing);
            spaced.claim(2);
            for (int c = 0; c < columns; c++) {
                RowMatrix matrix = spaced.matrix();
                matrix.set(3, place(c, spacing), matrix.get(3, place(c, spacing)) + 1);
            }
            spaced.claim(3);
            spaced.restore();
            for (int row = 0; row < ROWS; row++) {
                for (int c = 0; c < columns; c++) {
                    assertThat(dense.get(row, c)).isEqualTo(before[row][c] + (row == 3 ? 1 : 0));
                }
                assertPaddingIsZero(dense, row);
            }
        }
    }

    /** Of what is written by a claim, a thread sees nothing but zeros. */
    @Test
    void aClaimWritesSpareFloatsOnly() {
        RowSpacing spacing = RowSpacing.forThreads(100);
        SpacedRows spaced = new SpacedRows(new RowMatrix(ROWS, 100), spacing);
        RowMatrix matrix = spaced.matrix();
        for (int row = 0; row < ROWS; row++) {
            Arrays.fill(matrix.chunk(row), matrix.offset(row), matrix.offset(row) + matrix.stride(), 1f);
        }
        spaced.claim(2);
        for (int c = 0; c < matrix.stride(); c++) {
            assertThat(matrix.get(1, c)).isOne();
            assertThat(matrix.get(2, c)).isEqualTo(c % 16 == 15 ? 0f : 1f);
            assertThat(matrix.get(3, c)).isOne();
        }
    }

    @Test
    void spareFloatsAreOfThePadding() {
        assertThat(RowSpacing.forThreads(1).lines()).isEqualTo(1);
        assertThat(RowSpacing.forThreads(50).lines()).isEqualTo(4);
        assertThat(RowSpacing.forThreads(100).lines()).isEqualTo(7);
        assertThat(RowSpacing.forThreads(200).lines()).isEqualTo(8);
        assertThat(RowSpacing.forThreads(300).lines()).isEqualTo(4);
        assertThat(RowSpacing.forThreads(1000).lines()).isEqualTo(8);
        for (int columns : new int[] {16, 64, 128, 256, 1 << 24}) {
            assertThat(RowSpacing.forThreads(columns)).isEqualTo(RowSpacing.dense(columns));
        }
    }

    @Test
    void spacingIsOfTheColumnsThatTheMatrixHas() {
        RowMatrix matrix = new RowMatrix(2, 100);
        assertThatThrownBy(() -> new SpacedRows(matrix, RowSpacing.forThreads(50)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("rows of 100 columns, spacing of 50");
        for (int[] wrong : new int[][] {{0, 0}, {100, -1}, {100, 8}, {127, 2}, {128, 1}}) {
            assertThatThrownBy(() -> new RowSpacing(wrong[0], wrong[1]))
                    .as("%d lines of %d columns", wrong[1], wrong[0])
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    /** The first lines hold 15 values each. */
    private static int place(int column, RowSpacing spacing) {
        return column + Math.min(column / 15, spacing.lines());
    }

    private static void assertPaddingIsZero(RowMatrix matrix, int row) {
        for (int c = matrix.columns(); c < matrix.stride(); c++) {
            assertThat(matrix.chunk(row)[matrix.offset(row) + c]).isZero();
        }
    }

    private RowMatrix random(RowMatrix matrix) {
        for (int row = 0; row < matrix.rows(); row++) {
            for (int c = 0; c < matrix.columns(); c++) {
                matrix.set(row, c, 1 + random.below(1000));
            }
        }
        return matrix;
    }

    private static float[][] rows(RowMatrix matrix) {
        float[][] rows = new float[matrix.rows()][];
        for (int row = 0; row < rows.length; row++) {
            rows[row] = matrix.row(row);
        }
        return rows;
    }
}
