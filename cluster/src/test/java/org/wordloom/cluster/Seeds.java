package org.wordloom.cluster;

import java.util.SplittableRandom;

/** Random numbers for tests, the same again with {@code -Dwordloom.seed=N}. */
public final class Seeds {
    private Seeds() {}

    /** A generator whose seed is printed. */
    public static SplittableRandom random(Class<?> test) {
        long seed = Long.getLong("wordloom.seed", System.nanoTime());
        System.out.println(test.getSimpleName() + ": -Dwordloom.seed=" + seed);
        return new SplittableRandom(seed);
    }
}
