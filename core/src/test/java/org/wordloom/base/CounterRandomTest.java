package org.wordloom.base;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.wordloom.base.CounterRandom.Purpose;

/** The generator that every result hangs on: fixed values, uniform bits, streams that have nothing in common. */
class CounterRandomTest {
    private static final int DRAWS = 1 << 16;
    /** Chi-square with 255 degrees of freedom: mean 255, deviation 22.6; beyond six of those there is a fault. */
    private static final double CHI_SQUARE_LIMIT = 255 + 6 * 22.6;

    @Test
    void theValuesNeverChange() {
        assertThat(CounterRandom.at(0, 0)).isEqualTo(0xE220A8397B1DCDAFL);
        assertThat(CounterRandom.at(0, 1)).isEqualTo(0x6E789E6AA1B965F4L);
        assertThat(CounterRandom.at(0, 2)).isEqualTo(0x06C45D188009454FL);
        assertThat(CounterRandom.key(0, Purpose.INITIAL_VECTORS)).isEqualTo(0xE220A8397B1DCDAFL);
        assertThat(CounterRandom.key(1, Purpose.TRAINING, 2, 3))
                .isEqualTo(CounterRandom.at(CounterRandom.at(CounterRandom.at(1, 1), 2), 3));
    }

    /** The JDK's generator with this seed is SplitMix64 with the same gamma: an implementation that is not ours. */
    @Test
    void isSplitMix64() {
        SplittableRandom reference = new SplittableRandom(42);
        RandomStream stream = new RandomStream(42);
        for (int k = 0; k < 1000; k++) {
            assertThat(stream.next()).isEqualTo(reference.nextLong());
        }
    }

    @Test
    void aStreamRestarts() {
        RandomStream stream = new RandomStream(5);
        long first = stream.next();
        stream.next();
        stream.restart(6);
        assertThat(stream.next()).isNotEqualTo(first);
        stream.restart(5);
        assertThat(stream.next()).isEqualTo(first);
    }

    @Test
    void everyByteIsUniform() {
        for (int shift = 0; shift < Long.SIZE; shift += 8) {
            int[] counts = new int[256];
            for (int k = 0; k < DRAWS; k++) {
                counts[(int) (CounterRandom.at(77, k) >>> shift) & 0xFF]++;
            }
            assertThat(chiSquare(counts)).as("byte at bit %d", shift).isLessThan(CHI_SQUARE_LIMIT);
        }
    }

    @Test
    void unitFloatsAreUniformAndBelowOne() {
        int[] counts = new int[256];
        for (int k = 0; k < DRAWS; k++) {
            float unit = CounterRandom.unitFloat(CounterRandom.at(78, k));
            assertThat(unit).isGreaterThanOrEqualTo(0f).isLessThan(1f);
            counts[(int) (unit * 256)]++;
        }
        assertThat(chiSquare(counts)).isLessThan(CHI_SQUARE_LIMIT);
        assertThat(CounterRandom.unitFloat(-1)).isLessThan(1f);
        assertThat(CounterRandom.unitFloat(0)).isZero();
    }

    @Test
    void intsStayBelowTheirBound() {
        for (int bound : new int[] {1, 2, 3, 5, 1000, 1 << 30, Integer.MAX_VALUE}) {
            assertThat(CounterRandom.below(0, bound)).isZero();
            assertThat(CounterRandom.below(-1, bound)).isEqualTo(bound - 1);
            for (int k = 0; k < 1000; k++) {
                assertThat(CounterRandom.below(CounterRandom.at(79, k), bound)).isBetween(0, bound - 1);
            }
        }
        int[] counts = new int[256];
        for (int k = 0; k < DRAWS; k++) {
            counts[CounterRandom.below(CounterRandom.at(80, k), 256)]++;
        }
        assertThat(chiSquare(counts)).isLessThan(CHI_SQUARE_LIMIT);
    }

    /** Subsampling uses the low bits of a number, the window the high ones. */
    @Test
    void theTwoHalvesOfANumberAreIndependent() {
        int[] counts = new int[256];
        for (int k = 0; k < DRAWS; k++) {
            long bits = CounterRandom.at(81, k);
            counts[CounterRandom.below(bits, 16) * 16 + (int) (CounterRandom.unitFloat(bits) * 16)]++;
        }
        assertThat(chiSquare(counts)).isLessThan(CHI_SQUARE_LIMIT);
    }

    @Test
    void purposesEpochsAndShardsHaveStreamsOfTheirOwn() {
        Set<Long> keys = new HashSet<>();
        Set<Long> numbers = new HashSet<>();
        int streams = 0;
        for (long seed = 0; seed < 3; seed++) {
            for (Purpose purpose : Purpose.values()) {
                for (long epoch = 0; epoch < 3; epoch++) {
                    for (long shard = 0; shard < 3; shard++) {
                        long key = CounterRandom.key(seed, purpose, epoch, shard);
                        keys.add(key);
                        streams++;
                        for (int position = 0; position < 100; position++) {
                            numbers.add(CounterRandom.at(key, position));
                        }
                    }
                }
            }
        }
        assertThat(keys).hasSize(streams);
        assertThat(numbers).as("no number occurs twice").hasSize(100 * streams);
    }

    @Test
    void streamsOfDifferentPurposesDoNotMoveTogether() {
        long one = CounterRandom.key(1, Purpose.INITIAL_VECTORS);
        long other = CounterRandom.key(1, Purpose.TRAINING);
        int[] counts = new int[256];
        for (int k = 0; k < DRAWS; k++) {
            long pair = (CounterRandom.at(one, k) >>> 60) * 16 + (CounterRandom.at(other, k) >>> 60);
            counts[(int) pair]++;
        }
        assertThat(chiSquare(counts)).isLessThan(CHI_SQUARE_LIMIT);
    }

    @Test
    void theRestOfAStreamIsAStream() {
        RandomStream stream = new RandomStream(CounterRandom.key(5, Purpose.TRAINING));
        stream.next();
        stream.next();
        long rest = stream.rest();
        for (int k = 0; k < 100; k++) {
            assertThat(stream.next()).isEqualTo(CounterRandom.at(rest, k));
        }
        RandomStream other = new RandomStream(CounterRandom.key(5, Purpose.TRAINING));
        other.skip(102);
        assertThat(other.next()).isEqualTo(stream.next());
    }

    private static double chiSquare(int[] counts) {
        double expected = DRAWS / (double) counts.length;
        double sum = 0;
        for (int count : counts) {
            sum += (count - expected) * (count - expected) / expected;
        }
        return sum;
    }
}
