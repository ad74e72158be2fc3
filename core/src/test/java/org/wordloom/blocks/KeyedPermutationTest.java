package org.wordloom.blocks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashSet;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.wordloom.TestRandom;
import org.wordloom.base.CounterRandom;

class KeyedPermutationTest {
    @Test
    void isABijectionForEverySmallSize() {
        TestRandom random = TestRandom.create();
        for (int size = 0; size <= 1100; size++) {
            requireBijection(size, random.bits());
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {65_535, 65_536, 65_537, 100_003, 1 << 20})
    void isABijectionForLargerSizes(int size) {
        requireBijection(size, TestRandom.create().bits());
    }

    @ParameterizedTest
    @ValueSource(longs = {(1L << 31) + 1, 43_367_919_000L, (1L << 53) - 7, KeyedPermutation.LARGEST})
    void staysInRangeAndIsInjectiveOnASampleOfHugeSizes(long size) {
        TestRandom random = TestRandom.create();
        KeyedPermutation permutation = new KeyedPermutation(size, random.bits());
        Set<Long> seen = new HashSet<>();
        Set<Long> places = new HashSet<>();
        for (int k = 0; k < 20_000; k++) {
            long place = Math.floorMod(random.bits(), size);
            long number = permutation.at(place);
            assertThat(number).isBetween(0L, size - 1);
            assertThat(seen.add(number)).isEqualTo(places.add(place));
        }
    }

    /**
     * Computed apart from this program, from the description in words. Another bijection would pass every other test,
     * and give resumed runs and devices another order than the run that they continue.
     */
    @Test
    void anOrderNeverChanges() {
        KeyedPermutation ten = new KeyedPermutation(10, 1);
        assertThat(IntStream.range(0, 10).mapToLong(ten::at)).containsExactly(4L, 1L, 3L, 5L, 6L, 2L, 9L, 0L, 8L, 7L);
        KeyedPermutation million = new KeyedPermutation(1_000_003, 42);
        assertThat(LongStream.of(0, 1, 2, 999_999, 1_000_002).map(million::at))
                .containsExactly(445_972L, 617_433L, 285_305L, 847_075L, 337_856L);
        KeyedPermutation large = new KeyedPermutation(1L << 40, 7);
        assertThat(LongStream.of(0, 1, (1L << 40) - 1).map(large::at))
                .containsExactly(707_345_727_931L, 310_816_585_951L, 401_690_028_359L);
    }

    /** What a device needs to compute the network itself. */
    @Test
    void givesItsNumbersToDevices() {
        KeyedPermutation permutation = new KeyedPermutation(1_000_003, 42);
        assertThat(permutation.size()).isEqualTo(1_000_003);
        assertThat(permutation.lowBits()).isEqualTo(10);
        assertThat(permutation.highs()).isEqualTo(977);
        for (int round = 0; round < 4; round++) {
            assertThat(permutation.key(round)).isEqualTo(CounterRandom.at(42, round));
        }
        assertThatThrownBy(() -> permutation.key(4)).isInstanceOf(IllegalArgumentException.class);
        assertThat(KeyedPermutation.multiplier(0)).isEqualTo(0xBF58476D1CE4E5B9L);
        assertThat(KeyedPermutation.multiplier(1)).isEqualTo(0x94D049BB133111EBL);
    }

    @Test
    void keysChooseDifferentOrders() {
        TestRandom random = TestRandom.create();
        KeyedPermutation first = new KeyedPermutation(1000, random.bits());
        KeyedPermutation second = new KeyedPermutation(1000, random.bits());
        int same = 0;
        for (int place = 0; place < 1000; place++) {
            same += first.at(place) == second.at(place) ? 1 : 0;
        }
        assertThat(same).as("places with the same number; 1 is expected").isLessThan(20);
    }

    /** Over many keys, each number is at each place about equally often: a chi-square test of every place. */
    @ParameterizedTest
    @ValueSource(ints = {8, 33, 100})
    void everyNumberComesToEveryPlace(int size) {
        TestRandom random = TestRandom.fixed(size);
        int perCell = 200;
        int[][] counts = new int[size][size];
        for (int key = 0; key < perCell * size; key++) {
            KeyedPermutation permutation = new KeyedPermutation(size, random.bits());
            for (int place = 0; place < size; place++) {
                counts[place][(int) permutation.at(place)]++;
            }
        }
        for (int[] ofPlace : counts) {
            double chiSquare = 0;
            for (int count : ofPlace) {
                chiSquare += (double) (count - perCell) * (count - perCell) / perCell;
            }
            // Mean size - 1, standard deviation sqrt(2 (size - 1)).
            assertThat(chiSquare).isLessThan(size - 1 + 6 * Math.sqrt(2.0 * (size - 1)));
        }
    }

    /** Neighbours do not stay neighbours: the mean step between them is that of independent draws, n / 3. */
    @Test
    void neighboursAreScattered() {
        int size = 1_000_003;
        KeyedPermutation permutation =
                new KeyedPermutation(size, TestRandom.create().bits());
        double steps = 0;
        for (int place = 1; place < size; place++) {
            steps += Math.abs(permutation.at(place) - permutation.at(place - 1));
        }
        assertThat(steps / size / size).isBetween(0.33, 0.337);
    }

    @Test
    void refusesImpossibleSizes() {
        assertThatThrownBy(() -> new KeyedPermutation(-1, 0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new KeyedPermutation(KeyedPermutation.LARGEST + 1, 0))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static void requireBijection(int size, long key) {
        KeyedPermutation permutation = new KeyedPermutation(size, key);
        boolean[] seen = new boolean[size];
        for (int place = 0; place < size; place++) {
            int number = (int) permutation.at(place);
            assertThat(seen[number]).as("%d of %d twice", number, size).isFalse();
            seen[number] = true;
        }
    }
}
