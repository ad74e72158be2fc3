package org.wordloom.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.wordloom.TestRandom;
import org.wordloom.base.WordloomException;
import org.wordloom.merge.RowDeltas;

class RowDeltasFormatTest {
    private static final int ROWS = 1000;
    private static final int COLUMNS = 3;

    private final TestRandom random = TestRandom.create();

    @RepeatedTest(5)
    void readsBackWhatWasWritten() throws IOException {
        RowDeltas deltas = deltas(random.below(200));
        byte[] bytes = bytes(deltas);
        for (long length : new long[] {bytes.length, -1}) {
            RowDeltas read = read(bytes, length, 1, 7, ROWS, COLUMNS);
            assertThat(read.size()).isEqualTo(deltas.size());
            for (int k = 0; k < read.size(); k++) {
                assertThat(read.row(k)).isEqualTo(deltas.row(k));
                assertThat(read.updates(k)).isEqualTo(deltas.updates(k));
            }
            assertThat(read.values()).containsExactly(deltas.values());
        }
    }

    @Test
    void everyFlippedByteIsNoticed() throws IOException {
        byte[] bytes = bytes(deltas(20));
        for (int k = 0; k < bytes.length; k++) {
            byte[] damaged = bytes.clone();
            damaged[k] ^= (byte) (1 << random.below(8));
            assertThatThrownBy(() -> read(damaged, damaged.length, 1, 7, ROWS, COLUMNS))
                    .isInstanceOf(WordloomException.class)
                    .hasMessageContaining("some.deltas");
        }
    }

    @Test
    void everyTruncationIsNoticed() throws IOException {
        byte[] bytes = bytes(deltas(20));
        for (int length = 0; length < bytes.length; length++) {
            byte[] cut = Arrays.copyOf(bytes, length);
            assertThatThrownBy(() -> read(cut, cut.length, 1, 7, ROWS, COLUMNS)).isInstanceOf(WordloomException.class);
            assertThatThrownBy(() -> read(cut, -1, 1, 7, ROWS, COLUMNS)).isInstanceOf(WordloomException.class);
        }
    }

    @Test
    void otherSidesReplicasAndShapesAreRefused() throws IOException {
        byte[] bytes = bytes(deltas(20));
        int[][] others = {{0, 7, ROWS, COLUMNS}, {1, 6, ROWS, COLUMNS}, {1, 7, 2, COLUMNS}, {1, 7, ROWS, 4}};
        for (int[] other : others) {
            assertThatThrownBy(() -> read(bytes, bytes.length, other[0], other[1], other[2], other[3]))
                    .isInstanceOf(WordloomException.class);
        }
    }

    private RowDeltas deltas(int size) {
        int[] rows = new int[size];
        float[] updates = new float[size];
        float[] values = new float[size * COLUMNS];
        int row = -1;
        for (int k = 0; k < size; k++) {
            row += 1 + random.below(5);
            rows[k] = row;
            updates[k] = 1 + random.below(1000);
        }
        for (int k = 0; k < values.length; k++) {
            values[k] = Float.intBitsToFloat((int) random.bits());
        }
        return new RowDeltas(rows, updates, values, COLUMNS);
    }

    private static byte[] bytes(RowDeltas deltas) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        RowDeltasFormat.write(deltas, 1, 7, out);
        return out.toByteArray();
    }

    private static RowDeltas read(byte[] bytes, long length, int side, int replica, int rows, int columns)
            throws IOException {
        return RowDeltasFormat.read(
                new ByteArrayInputStream(bytes), "some.deltas", length, side, replica, rows, columns);
    }
}
