package org.wordloom.vocab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.wordloom.TestRandom;

/** The noise distribution: exactly, from the sampler's answers at chosen bits, and from many draws. */
class NoiseSamplerTest {
    private static final long HALF = 1L << 31;

    private final TestRandom random = TestRandom.create();

    @ParameterizedTest
    @ValueSource(doubles = {0, 0.5, 0.75, 1, 2})
    void everyWordHasItsProbability(double power) {
        for (int words : new int[] {1, 2, 3, 10, 1000}) {
            long[] counts = randomCounts(words);
            double[] actual = probabilities(new NoiseSampler(counts, power), words);
            double[] expected = expected(counts, power);
            for (int word = 0; word < words; word++) {
                assertThat(actual[word])
                        .as("word %d of %d, power %s", word, words, power)
                        .isCloseTo(expected[word], within(1e-9));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 0.5, 0.75, 1})
    void drawsFollowTheDistribution(double power) {
        int words = 50;
        int draws = 200_000;
        long[] counts = randomCounts(words);
        NoiseSampler sampler = new NoiseSampler(counts, power);
        int[] drawn = new int[words];
        for (int k = 0; k < draws; k++) {
            drawn[sampler.word(random.bits())]++;
        }
        double[] expected = expected(counts, power);
        for (int word = 0; word < words; word++) {
            double mean = expected[word] * draws;
            assertThat((double) drawn[word]).as("word %d", word).isCloseTo(mean, within(6 * Math.sqrt(mean) + 6));
        }
    }

    /** Where rounding leaves a word just below its share when all others have theirs, here the last. */
    @Test
    void wordsThatRoundingLeavesOverHaveTheirSlot() {
        double[] actual = probabilities(new NoiseSampler(new double[] {9, 4, 16}), 3);
        assertThat(actual[0]).isCloseTo(9 / 29.0, within(1e-9));
        assertThat(actual[1]).isCloseTo(4 / 29.0, within(1e-9));
        assertThat(actual[2]).isCloseTo(16 / 29.0, within(1e-9));
    }

    @Test
    void aWordWithoutWeightIsNeverDrawn() {
        NoiseSampler sampler = new NoiseSampler(new double[] {0, 5, 0});
        assertThat(sampler.size()).isEqualTo(3);
        for (long slot = 0; slot < 3; slot++) {
            long first = ((slot << 32) / 3 + 1) << 32;
            for (long low : new long[] {0, 1, HALF - 1, HALF, 2 * HALF - 1}) {
                assertThat(sampler.word(first | low)).isEqualTo(1);
            }
        }
    }

    @Test
    void aVocabularyOfOneWordAlwaysGivesIt() {
        NoiseSampler sampler = new NoiseSampler(new long[] {3}, 0.75);
        for (long bits : new long[] {0, -1, Long.MAX_VALUE, Long.MIN_VALUE, 0xFFFFFFFFL, random.bits()}) {
            assertThat(sampler.word(bits)).isZero();
        }
    }

    @Test
    void everyPatternOfBitsGivesAWord() {
        NoiseSampler sampler = new NoiseSampler(randomCounts(77), 0.75);
        for (long bits : new long[] {0, -1, Long.MAX_VALUE, Long.MIN_VALUE, 0xFFFFFFFFL, 0x7FFFFFFFL, 1L << 31}) {
            assertThat(sampler.word(bits)).isBetween(0, 76);
        }
    }

    /** Counts fall over ten orders of magnitude, and begin beyond 2³². */
    private long[] randomCounts(int words) {
        long[] counts = new long[words];
        for (int word = 0; word < words; word++) {
            counts[word] = 1 + (long) (1e10 / Math.pow(1 + word, 1.5)) + random.below(100);
        }
        return counts;
    }

    private static double[] expected(long[] counts, double power) {
        double[] probabilities = new double[counts.length];
        double sum = 0;
        for (int word = 0; word < counts.length; word++) {
            probabilities[word] = Math.pow((double) counts[word], power);
            sum += probabilities[word];
        }
        for (int word = 0; word < counts.length; word++) {
            probabilities[word] /= sum;
        }
        return probabilities;
    }

    /** Sums up the slots: in each, the low 31 bits below some threshold give one word, the others another. */
    private static double[] probabilities(NoiseSampler sampler, int words) {
        double[] probabilities = new double[words];
        for (int slot = 0; slot < words; slot++) {
            // The smallest high half that chooses the slot.
            long high = ((((long) slot << 32) + words - 1) / words) << 32;
            int own = sampler.word(high);
            int alias = sampler.word(high | (HALF - 1));
            long threshold = threshold(sampler, high, own, alias);
            probabilities[own] += threshold / (double) HALF / words;
            probabilities[alias] += (HALF - threshold) / (double) HALF / words;
        }
        return probabilities;
    }

    /** By bisection: how many of the low halves give {@code own}. */
    private static long threshold(NoiseSampler sampler, long high, int own, int alias) {
        if (own == alias) {
            return HALF;
        }
        long below = 0;
        long above = HALF - 1;
        while (above - below > 1) {
            long middle = (below + above) >>> 1;
            if (sampler.word(high | middle) == own) {
                below = middle;
            } else {
                above = middle;
            }
        }
        return above;
    }
}
