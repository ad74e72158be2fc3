package org.wordloom;

import org.wordloom.base.CounterRandom;

/**
 * Random numbers for a test, which prints the seed that it ran with. {@code -Dwordloom.seed=N} runs all random tests with
 * seed N again; otherwise each run has its own.
 */
public final class TestRandom {
    private final long key;
    private long position;

    private TestRandom(long key) {
        this.key = key;
    }

    public static TestRandom create() {
        long seed = Long.getLong("wordloom.seed", System.nanoTime());
        System.out.println("random test, replay with -Dwordloom.seed=" + seed);
        return new TestRandom(CounterRandom.key(seed, CounterRandom.Purpose.SHUFFLE));
    }

    public long bits() {
        return CounterRandom.at(key, position++);
    }

    /** An int in [0, bound). */
    public int below(int bound) {
        return CounterRandom.below(bits(), bound);
    }

    /** One of {@code choices}. */
    @SafeVarargs
    public final <T> T oneOf(T... choices) {
        return choices[below(choices.length)];
    }
}
