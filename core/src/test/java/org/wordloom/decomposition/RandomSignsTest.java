package org.wordloom.decomposition;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.wordloom.base.CounterRandom;
import org.wordloom.matrix.RowMatrix;

class RandomSignsTest {
    @Test
    void columnsAreNearlyOrthogonal() {
        int rows = 4000;
        int columns = 70;
        RowMatrix signs = new RowMatrix(rows, columns);
        for (int row = 0; row < rows; row++) {
            new RandomSigns(7).fill(row, signs, row);
        }
        for (int a = 0; a < columns; a++) {
            for (int b = a; b < columns; b++) {
                double product = 0;
                for (int row = 0; row < rows; row++) {
                    product += signs.get(row, a) * signs.get(row, b);
                }
                // Six standard deviations of a sum of random signs.
                assertThat(Math.abs(product)).isLessThanOrEqualTo(a == b ? rows : 6 * Math.sqrt(rows));
                assertThat(a != b || product == rows).isTrue();
            }
        }
    }

    /** Column c is bit c mod 64 of number c / 64 of the row's stream, 1 for -1: the same in every version. */
    @Test
    void everySignIsABitOfTheRowsStream() {
        long stream = CounterRandom.at(CounterRandom.key(7, CounterRandom.Purpose.INITIAL_VECTORS), 1_000_000_007L);
        RowMatrix signs = new RowMatrix(2, 200);
        new RandomSigns(7).fill(1_000_000_007L, signs, 1);
        for (int column = 0; column < 200; column++) {
            boolean set = (CounterRandom.at(stream, column / 64) >> (column % 64) & 1) == 1;
            assertThat(signs.get(1, column)).as("column %d", column).isEqualTo(set ? -1f : 1f);
        }
        assertThat(signs.row(0)).containsOnly(0f);
    }

    @Test
    void aRowIsAFunctionOfSeedAndIdAlone() {
        RowMatrix block = new RowMatrix(3, 100);
        new RandomSigns(1).fill(1_000_000_007L, block, 0);
        new RandomSigns(1).fill(1_000_000_007L, block, 2);
        new RandomSigns(2).fill(1_000_000_007L, block, 1);
        assertThat(block.row(2)).containsExactly(block.row(0));
        assertThat(block.row(1)).isNotEqualTo(block.row(0));
    }
}
