package org.wordloom.opencl;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.wordloom.matrix.RowMatrix;

class ResidentRowsTest {
    @Test
    void rowsComeBackAsTheyWereFromEveryChunk() {
        RowMatrix matrix = new RowMatrix(100, 5);
        for (int row = 0; row < matrix.rows(); row++) {
            for (int column = 0; column < matrix.columns(); column++) {
                matrix.set(row, column, 10f * row + column);
            }
        }
        ResidentRows rows = new ResidentRows(100, 13, 32 + 16 * 16, 0);
        rows.load(matrix, 3);
        assertThat(rows.chunks()).isEqualTo(7);
        assertThat(rows.stride()).isEqualTo(16);
        assertThat(rows.chunk(2)[rows.offset(37) + 3 + 4]).isEqualTo(374f);
        assertThat(rows.chunkOf(37)).isEqualTo(2);
        RowMatrix back = new RowMatrix(100, 5);
        rows.store(back, 3);
        for (int row = 0; row < matrix.rows(); row++) {
            assertThat(back.row(row)).isEqualTo(matrix.row(row));
        }
    }

    @Test
    void fillingTouchesItsColumnsOnly() {
        ResidentRows rows = new ResidentRows(3, 16, 1000, 0);
        rows.fill(6, 2, 1f);
        float[] chunk = rows.chunk(0);
        assertThat(chunk).hasSize(32 + 3 * 16);
        for (int at = 0; at < chunk.length; at++) {
            assertThat(chunk[at]).isEqualTo(at >= 32 && (at % 16 == 6 || at % 16 == 7) ? 1f : 0f);
        }
    }

    @Test
    void everyArrayIsHumongousHoweverFewTheRows() {
        ResidentRows rows = new ResidentRows(1, 8);
        assertThat(rows.chunk(0)).hasSize(DeviceRequirements.minArrayFloats());
        assertThat(new ResidentRows(0, 8).chunks()).isEqualTo(1);
    }

    @Test
    void theBytesAreToldBeforeTheyAreTaken() {
        ResidentRows rows = new ResidentRows(100, 13, 32 + 16 * 16, 400);
        long floats = rows.arrays().stream().mapToLong(array -> array.length).sum();
        assertThat(ResidentRows.bytes(100, 13, 32 + 16 * 16, 400)).isEqualTo(4 * floats);
        assertThat(ResidentRows.bytes(2_000_000_000, 600)).isGreaterThan(4_800_000_000_000L);
    }
}
