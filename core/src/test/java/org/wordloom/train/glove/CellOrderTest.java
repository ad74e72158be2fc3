package org.wordloom.train.glove;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.wordloom.TestRandom;
import org.wordloom.base.WordloomException;
import org.wordloom.cooccurrence.Cells;
import org.wordloom.kernel.AdaGradRows;

class CellOrderTest {
    private final TestRandom random = TestRandom.create();

    @ParameterizedTest
    @CsvSource({"0, 0", "1, 0", "777, 0", "0, 2", "1, 2", "5, 2", "777, 1", "5000, 3", "5000, 5"})
    void everyCellComesOnceAndPartPairsAreNotMixed(int size, int partBits) {
        Cells cells = cells(size);
        CellOrder shuffled = new CellOrder(cells, partBits, random.bits());
        assertThat(shuffled.partPairs()).isEqualTo(1 << (2 * partBits));
        int[] order = order(shuffled, 0, size);
        assertThat(Arrays.stream(order).sorted().toArray()).isEqualTo(range(size));
        int mask = (1 << partBits) - 1;
        Cells grouped = shuffled.cells();
        List<Integer> pairOrder = new ArrayList<>();
        for (int cell : order) {
            int partPair = ((grouped.rows()[cell] & mask) << partBits) | (grouped.columns()[cell] & mask);
            if (pairOrder.isEmpty() || pairOrder.get(pairOrder.size() - 1) != partPair) {
                pairOrder.add(partPair);
            }
        }
        assertThat(pairOrder).doesNotHaveDuplicates();
        assertThat(lines(grouped)).isEqualTo(lines(cells));
    }

    private static List<String> lines(Cells cells) {
        List<String> lines = new ArrayList<>();
        for (int cell = 0; cell < cells.size(); cell++) {
            lines.add(cells.rows()[cell] + " " + cells.columns()[cell] + " " + cells.values()[cell]);
        }
        Collections.sort(lines);
        return lines;
    }

    @Test
    void aDeviceTrainsInTheOrderOfTheCursor() {
        for (int partBits = 0; partBits < 4; partBits++) {
            CellOrder shuffled = new CellOrder(cells(300), partBits, random.bits());
            int[] order = shuffled.shuffledParts().stream()
                    .flatMapToInt(stretch -> IntStream.range(
                                    0, (int) stretch.order().size())
                            .map(place -> stretch.from() + (int) stretch.order().at(place)))
                    .toArray();
            assertThat(order).isEqualTo(order(shuffled, 0, 300));
        }
    }

    @Test
    void aDeviceHasAsFewPartPairsAsItHasRoomFor() {
        Cells cells = cells(1000);
        assertThat(CellOrder.forDevice(cells, 1000, 1).partPairs()).isEqualTo(1);
        assertThat(CellOrder.forDevice(cells, 999, 1).partPairs()).isEqualTo(4);
        assertThatThrownBy(() -> CellOrder.forDevice(cells, 0, 1))
                .isInstanceOf(WordloomException.class)
                .hasMessageContaining("--blocks");
    }

    @Test
    void aCursorBeginsAtAnyPlace() {
        for (int partBits = 0; partBits < 4; partBits++) {
            CellOrder shuffled = new CellOrder(cells(300), partBits, random.bits());
            int[] order = order(shuffled, 0, 300);
            for (int place = 0; place <= 300; place += 1 + random.below(9)) {
                assertThat(order(shuffled, place, 300)).isEqualTo(Arrays.copyOfRange(order, place, 300));
            }
        }
    }

    @Test
    void keysChooseDifferentOrders() {
        Cells cells = cells(200);
        for (int partBits = 0; partBits < 3; partBits++) {
            int[] order = order(new CellOrder(cells, partBits, 1), 0, 200);
            assertThat(order(new CellOrder(cells, partBits, 2), 0, 200)).isNotEqualTo(order);
            assertThat(order(new CellOrder(cells, partBits, 1), 0, 200)).isEqualTo(order);
        }
    }

    @Test
    void whatExceedsTheCacheIsSplit() {
        AdaGradRows small = new AdaGradRows(100, 100);
        AdaGradRows large = new AdaGradRows(10_000, 100);
        assertThat(CellOrder.partBits(small, small, cells(100_000))).isZero();
        assertThat(CellOrder.partBits(small, small, cells(1_000_000))).isEqualTo(2);
        assertThat(CellOrder.partBits(large, large, cells(4000))).isZero();
        assertThat(CellOrder.partBits(large, large, cells(4096))).isEqualTo(1);
        // Two blocks of 8.4 MB each: quarters of both would still take a little more than 4 MiB.
        assertThat(CellOrder.partBits(large, large, cells(1_000_000))).isEqualTo(3);
    }

    private Cells cells(int size) {
        int[] rows = new int[size];
        int[] columns = new int[size];
        float[] values = new float[size];
        for (int cell = 0; cell < size; cell++) {
            rows[cell] = random.below(100);
            columns[cell] = random.below(100);
            values[cell] = 1 + random.below(100);
        }
        return new Cells(rows, columns, values);
    }

    private static int[] order(CellOrder shuffled, int from, int size) {
        CellOrder.Cursor cursor = shuffled.cursor(from);
        int[] order = new int[size - from];
        Arrays.setAll(order, k -> cursor.next());
        return order;
    }

    private static int[] range(int size) {
        int[] range = new int[size];
        Arrays.setAll(range, k -> k);
        return range;
    }
}
