package org.wordloom.cooccurrence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.wordloom.TestRandom;

class DistinctPairsTest {
    private static final int WORDS = 300;
    private static final int PAIRS = 20_000;
    private static final int ROUNDS = 20;

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void expectsWhatDrawnPairsShow(boolean symmetric) {
        long[] counts = new long[WORDS];
        for (int word = 0; word < WORDS; word++) {
            counts[word] = 20_000 / (word + 1);
        }
        double expected = new DistinctPairs(counts).expected(PAIRS, symmetric);
        TestRandom random = TestRandom.create();
        double mean = 0;
        for (int round = 0; round < ROUNDS; round++) {
            mean += (double) drawn(random, counts, symmetric) / ROUNDS;
        }
        assertThat(mean).isCloseTo(expected, within(0.01 * expected)); // nearly six standard deviations
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void neverExceedsAllPairs(boolean symmetric) {
        DistinctPairs pairs = new DistinctPairs(new long[] {5, 5, 5, 0});
        double all = symmetric ? 6 : 9;
        assertThat(pairs.expected(1e12, symmetric)).isCloseTo(all, within(1e-9));
        assertThat(pairs.expected(0, symmetric)).isZero();
    }

    private static int drawn(TestRandom random, long[] counts, boolean symmetric) {
        int total = (int) Arrays.stream(counts).sum();
        Set<Integer> seen = new HashSet<>();
        for (int pair = 0; pair < PAIRS; pair++) {
            int a = word(counts, random.below(total));
            int b = word(counts, random.below(total));
            seen.add(symmetric ? Math.min(a, b) * WORDS + Math.max(a, b) : a * WORDS + b);
        }
        return seen.size();
    }

    private static int word(long[] counts, int place) {
        int word = 0;
        for (long rest = place; rest >= counts[word]; word++) {
            rest -= counts[word];
        }
        return word;
    }
}
