package org.wordloom.matrix;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * There is no second way to learn an address; but HotSpot lays small objects one after the other, so that differences of
 * addresses are known. A collector may move objects in between, but not in each of a few tries.
 */
class CacheLinesTest {
    private static final int ARRAYS = 1000;
    private static final int TRIES = 5;
    private static final int HEADER_BYTES = 16;

    @Test
    void arraysThatAreMadeInTurnLieOneBehindTheOther() {
        for (int length = 1; length < 64; length += 2) {
            int each = length;
            int most = IntStream.range(0, TRIES)
                    .map(attempt -> neighbours(each))
                    .max()
                    .orElseThrow();
            assertThat(most)
                    .as("arrays of %s floats that lie where they are expected", length)
                    .isGreaterThan(ARRAYS * 9 / 10);
        }
    }

    @Test
    void rowsBeginAtALine() {
        boolean aligned = IntStream.range(0, TRIES).anyMatch(attempt -> {
            RowMatrix matrix = new RowMatrix(1 << 17, 112);
            return IntStream.of(0, 1, 1000, (1 << 17) - 1)
                    .allMatch(row ->
                            (matrix.offset(row) - CacheLines.firstElement(matrix.chunk(row))) % CacheLines.FLOATS == 0);
        });
        assertThat(aligned).isTrue();
    }

    /** How many of the arrays lie right after the one before. */
    private static int neighbours(int length) {
        float[][] arrays = new float[ARRAYS][];
        for (int k = 0; k < ARRAYS; k++) {
            arrays[k] = new float[length];
        }
        int floats = (HEADER_BYTES + length * Float.BYTES + 7) / 8 * 2;
        int found = 0;
        for (int k = 1; k < ARRAYS; k++) {
            int first = CacheLines.firstElement(arrays[k]);
            assertThat(first).isBetween(0, CacheLines.FLOATS - 1).isEven();
            found += Math.floorMod(CacheLines.firstElement(arrays[k - 1]) - first - floats, CacheLines.FLOATS) == 0
                    ? 1
                    : 0;
        }
        return found;
    }
}
