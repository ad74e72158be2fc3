package org.wordloom.cooccurrence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.wordloom.base.WordloomException;

class DenseCornerTest {
    private static final int ROWS = 1000;
    private static final WeightUnits UNITS = WeightUnits.of(CooccurrenceOptions.defaults());

    @Test
    void theProductOfTwoRanksDecides() {
        DenseCorner corner = new DenseCorner(ROWS, false, 80_000);
        int largestInside = 0;
        int smallestOutside = Integer.MAX_VALUE;
        for (int row = 0; row < ROWS; row++) {
            int width = corner.width(row);
            largestInside = Math.max(largestInside, width * (row + 1));
            smallestOutside = width < ROWS ? Math.min(smallestOutside, (width + 1) * (row + 1)) : smallestOutside;
        }
        assertThat(largestInside).isLessThan(smallestOutside);
        assertThat(corner.width(0)).isEqualTo(ROWS);
        assertThat(corner.memoryBytes()).isBetween(70_000L, 80_000L);
    }

    @Test
    void ofASymmetricMatrixOneHalfIsKept() {
        DenseCorner corner = new DenseCorner(ROWS, true, 80_000);
        assertThat(corner.width(0)).isEqualTo(1);
        assertThat(corner.width(10)).isEqualTo(11);
        assertThat(corner.width(ROWS - 1)).isBetween(1, 10);
        assertThat(corner.memoryBytes()).isBetween(70_000L, 80_000L);
    }

    @Test
    void withoutMemoryItIsEmpty() {
        for (long memory : new long[] {0, 1, 16}) {
            DenseCorner corner = new DenseCorner(ROWS, true, memory);
            assertThat(corner.width(0)).isZero();
            assertThat(corner.memoryBytes()).isLessThan(20);
        }
    }

    /** Many seconds in each task where every bound was summed over all words. */
    @Test
    void aLargeVocabularyTakesNoTimeToDivide() {
        assertTimeout(Duration.ofSeconds(2), () -> {
            for (int task = 0; task < 10; task++) {
                assertThat(new DenseCorner(200_000_000, true, 1 << 16).memoryBytes())
                        .isLessThan(1 << 16);
            }
        });
    }

    @Test
    void whatIsTakenComesBack() {
        DenseCorner corner = new DenseCorner(ROWS, true, 80_000);
        RowAccumulator accumulator = new RowAccumulator(ROWS, UNITS);
        for (int round = 0; round < 2; round++) {
            accumulator.add(3, 30);
            accumulator.add(999, 40);
            accumulator.add(7, 50);
            corner.take(5, accumulator);
            // Column 7 belongs to row 7, and 999 times 6 is beyond the bound.
            assertThat(accumulator.size()).isEqualTo(1);
            assertThat(accumulator.sums()[999]).isEqualTo(40);
            accumulator.sums()[999] = 0;
            accumulator.clear();
        }
        corner.addTo(5, accumulator);
        assertThat(accumulator.sums()[3]).isEqualTo(60);
        accumulator.sums()[3] = 0;
        accumulator.clear();
        corner.addTo(3, accumulator);
        assertThat(accumulator.sums()[5]).isEqualTo(60);
    }

    @Test
    void aSumBeyond64BitsIsAnError() {
        DenseCorner corner = new DenseCorner(ROWS, false, 80_000);
        RowAccumulator accumulator = new RowAccumulator(ROWS, UNITS);
        accumulator.add(3, Long.MAX_VALUE);
        corner.take(5, accumulator);
        accumulator.add(3, 1);
        assertThatThrownBy(() -> corner.take(5, accumulator)).isInstanceOf(WordloomException.class);
    }
}
