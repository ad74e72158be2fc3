package org.wordloom.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.wordloom.TestRandom;
import org.wordloom.base.ExitCode;
import org.wordloom.base.WordloomException;
import org.wordloom.matrix.RowMatrix;

class MatrixFormatTest {
    private final TestRandom random = TestRandom.create();

    @Test
    void readsWhatItWrote() throws IOException {
        for (int round = 0; round < 20; round++) {
            RowMatrix matrix = matrix(random.below(9), 1 + random.below(20));
            byte[] file = written(matrix);
            RowMatrix read = MatrixFormat.read(new ByteArrayInputStream(file), "block", file.length);
            assertThat(read.rows()).isEqualTo(matrix.rows());
            assertThat(read.columns()).isEqualTo(matrix.columns());
            for (int row = 0; row < matrix.rows(); row++) {
                assertThat(read.row(row)).containsExactly(matrix.row(row));
            }
        }
    }

    @Test
    void anyByteThatIsWrongIsNoticed() throws IOException {
        byte[] file = written(matrix(3, 5));
        for (int at = 0; at < file.length; at++) {
            byte[] damaged = file.clone();
            damaged[at] ^= (byte) (1 << random.below(8));
            assertDamaged(damaged);
        }
        assertDamaged(Arrays.copyOf(file, file.length - 1));
        assertDamaged(Arrays.copyOf(file, file.length + 1));
        assertDamaged(new byte[0]);
    }

    private static void assertDamaged(byte[] file) {
        assertThatThrownBy(() -> MatrixFormat.read(new ByteArrayInputStream(file), "block-7", file.length))
                .isInstanceOfSatisfying(
                        WordloomException.class, e -> assertThat(e.exitCode()).isEqualTo(ExitCode.FORMAT))
                .hasMessageContaining("block-7");
    }

    private static byte[] written(RowMatrix matrix) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        MatrixFormat.write(matrix, out);
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
