package org.wordloom.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.wordloom.TestRandom;
import org.wordloom.base.ExitCode;
import org.wordloom.base.WordloomException;
import org.wordloom.matrix.RowMatrix;

class RowBlockFormatTest {
    private static final String NAME = "some.block";

    private final TestRandom random = TestRandom.create();

    @ParameterizedTest
    @CsvSource({"0, 1", "1, 1", "7, 8", "5, 13", "300, 100"})
    void rowsComeBack(int rows, int columns) throws IOException {
        RowMatrix matrix = matrix(rows, columns);
        byte[] file = written(matrix, 1, 3);
        assertThat(file.length).isEqualTo((int) RowBlockFormat.fileBytes(rows, columns));
        for (long length : new long[] {file.length, -1}) {
            RowMatrix read = read(file, length, 1, 3, rows, columns);
            assertThat(read.rows()).isEqualTo(rows);
            assertThat(read.columns()).isEqualTo(columns);
            for (int row = 0; row < rows; row++) {
                assertThat(read.row(row)).containsExactly(matrix.row(row));
            }
        }
    }

    @Test
    void anotherBlockIsRefused() throws IOException {
        byte[] file = written(matrix(2, 5), 1, 3);
        expectDamage(file, file.length, 0, 3, 2, 5, "side 0", "1");
        expectDamage(file, file.length, 1, 4, 2, 5, "block 4", "3");
        expectDamage(file, file.length, 1, 3, 3, 5, "number of rows 3", "2");
        expectDamage(file, file.length, 1, 3, 2, 6, "width 6", "5");
    }

    @Test
    void everyTruncationAndEveryExtensionIsNoticed() throws IOException {
        byte[] file = written(matrix(2, 5), 0, 3);
        for (int length = 0; length < file.length; length++) {
            byte[] cut = Arrays.copyOf(file, length);
            for (long claimed : new long[] {length, file.length, -1}) {
                expectDamage(cut, claimed, 0, 3, 2, 5, NAME);
            }
        }
        byte[] longer = Arrays.copyOf(file, file.length + 1);
        expectDamage(longer, longer.length, 0, 3, 2, 5, NAME);
        expectDamage(longer, -1, 0, 3, 2, 5, NAME);
    }

    @Test
    void everyFlippedByteIsNoticed() throws IOException {
        byte[] file = written(matrix(2, 5), 0, 3);
        for (int at = 0; at < file.length; at++) {
            byte[] damaged = file.clone();
            damaged[at] ^= (byte) (1 << random.below(8));
            expectDamage(damaged, damaged.length, 0, 3, 2, 5, NAME);
        }
    }

    private static void expectDamage(
            byte[] file, long length, int side, int block, int rows, int columns, String... parts) {
        assertThatThrownBy(() -> read(file, length, side, block, rows, columns))
                .isInstanceOfSatisfying(
                        WordloomException.class, e -> assertThat(e.exitCode()).isEqualTo(ExitCode.FORMAT))
                .message()
                .contains(parts);
    }

    private static RowMatrix read(byte[] file, long length, int side, int block, int rows, int columns)
            throws IOException {
        return RowBlockFormat.read(new ByteArrayInputStream(file), NAME, length, side, block, rows, columns);
    }

    private static byte[] written(RowMatrix matrix, int side, int block) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        RowBlockFormat.write(matrix, side, block, out);
        return out.toByteArray();
    }

    private RowMatrix matrix(int rows, int columns) {
        RowMatrix matrix = new RowMatrix(rows, columns);
        for (int row = 0; row < rows; row++) {
            for (int column = 0; column < columns; column++) {
                matrix.set(row, column, random.below(1000) * 0.1f);
            }
        }
        return matrix;
    }
}
