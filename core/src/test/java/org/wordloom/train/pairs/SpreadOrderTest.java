package org.wordloom.train.pairs;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SpreadOrderTest {
    private final SpreadOrder order = new SpreadOrder();

    @Test
    void eachValueComesOnce() {
        for (int size = 0; size < 3000; size += 1 + size / 7) {
            int[] places = places(size);
            assertThat(IntStream.of(places).sorted().toArray())
                    .containsExactly(IntStream.range(0, size).map(k -> 10 * k).toArray());
        }
    }

    /** A stretch of a tenth of the values has about a tenth of any window. */
    @Test
    void neighboursAreSpreadEvenly() {
        int[] places = places(1000);
        for (int from = 0; from <= 900; from += 50) {
            int stretch = 10 * from;
            long inWindow = IntStream.range(300, 400)
                    .filter(k -> places[k] >= stretch && places[k] < stretch + 1000)
                    .count();
            assertThat(inWindow).isBetween(7L, 13L);
        }
    }

    private int[] places(int size) {
        order.clear();
        for (int k = 0; k < size; k++) {
            order.add(10 * k);
        }
        return IntStream.range(0, size).map(order::at).toArray();
    }
}
