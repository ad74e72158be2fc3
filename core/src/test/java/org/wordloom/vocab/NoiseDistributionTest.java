package org.wordloom.vocab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.wordloom.base.CounterRandom;

class NoiseDistributionTest {
    private static final int WORDS = 300;
    private static final int DRAWS = 100;
    private static final int SETS = 4000;
    private static final int DRAWS_FROM_A_SET = 200;

    private final long[] counts = new long[WORDS];

    NoiseDistributionTest() {
        Arrays.setAll(counts, word -> 100_000 / (word + 1) + 1);
    }

    /** Drawn from many sets, every word comes as often as from the whole vocabulary: none is favoured. */
    @Test
    void subsetsStandForTheDistribution() {
        NoiseDistribution noise = new NoiseDistribution(counts, 0.75);
        double[] drawn = new double[WORDS];
        long largest = 0;
        for (int set = 0; set < SETS; set++) {
            NoiseSubset subset = noise.subset(DRAWS, CounterRandom.at(1, set));
            assertThat(subset.words()).isSorted();
            NoiseSampler sampler = subset.sampler();
            for (int k = 0; k < DRAWS_FROM_A_SET; k++) {
                drawn[subset.words()[sampler.word(CounterRandom.at(CounterRandom.at(2, set), k))]]++;
            }
            largest = Math.max(largest, subset.size());
        }
        assertThat(largest).isLessThan(DRAWS);
        double[] weights = NoiseSampler.powers(counts, 0.75);
        double total = Arrays.stream(weights).sum();
        for (int first = 0; first < WORDS; first += first < 10 ? 1 : 29) {
            int end = Math.min(WORDS, first < 10 ? first + 1 : first + 29);
            double expected = Arrays.stream(weights, first, end).sum() / total;
            double found = Arrays.stream(drawn, first, end).sum() / SETS / DRAWS_FROM_A_SET;
            assertThat(found).as("words from %d", first).isCloseTo(expected, within(0.03 * expected));
        }
    }

    @Test
    void allIsTheWholeVocabulary() {
        NoiseDistribution noise = new NoiseDistribution(counts, 0.5);
        NoiseSampler whole = noise.sampler();
        NoiseSampler all = noise.all().sampler();
        assertThat(noise.all().size()).isEqualTo(WORDS);
        assertThat(noise.all().words())
                .containsExactly(IntStream.range(0, WORDS).toArray());
        for (int k = 0; k < 1000; k++) {
            long bits = CounterRandom.at(3, k);
            assertThat(all.word(bits)).isEqualTo(whole.word(bits));
        }
    }
}
