package org.wordloom.blocks;

import org.wordloom.base.CounterRandom;

/**
 * A bijection on 0 … n-1 that a key chooses: a shuffled order whose places are computed one by one, without an array
 * and without state, by any number of threads.
 *
 * <p>A Feistel network over pairs (high, low), low of k bits and high below a = ⌈n / 2ᵏ⌉: each round adds a keyed hash
 * of one part to the other, modulo a or modulo 2ᵏ, which is a bijection whatever the hash is (Luby and Rackoff 1988).
 * The few results of n and above, fewer than 1.5 in √n, are sent through again until they fall below n (cycle walking,
 * Black and Rogaway 2002), so that the loop hardly ever surprises the processor. Made of long additions,
 * multiplications, xors, shifts and comparisons only.
 */
public final class KeyedPermutation {
    /** The largest n: high and low parts stay below 2³¹. */
    public static final long LARGEST = 1L << 60;

    // Odd multipliers that mix all low bits upwards, from SplitMix64.
    private static final long FIRST_MULTIPLIER = 0xBF58476D1CE4E5B9L;
    private static final long SECOND_MULTIPLIER = 0x94D049BB133111EBL;

    private final long size;
    private final int lowBits;
    private final long lowMask;
    private final long highs;
    private final long key0;
    private final long key1;
    private final long key2;
    private final long key3;

    /**
     * @param size n, 0 to {@link #LARGEST}
     * @param key chooses the permutation
     */
    public KeyedPermutation(long size, long key) {
        if (size < 0 || size > LARGEST) {
            throw new IllegalArgumentException("a permutation of " + size + " numbers is not possible");
        }
        int bits = Long.SIZE - Long.numberOfLeadingZeros(size);
        this.size = size;
        this.lowBits = Math.max(1, bits / 2);
        this.lowMask = (1L << lowBits) - 1;
        this.highs = (size + lowMask) >>> lowBits;
        this.key0 = CounterRandom.at(key, 0);
        this.key1 = CounterRandom.at(key, 1);
        this.key2 = CounterRandom.at(key, 2);
        this.key3 = CounterRandom.at(key, 3);
    }

    public long size() {
        return size;
    }

    /** k: the bits of a low part; this and the next three let a device compute the network itself. */
    public int lowBits() {
        return lowBits;
    }

    /** a: high parts are below this. */
    public long highs() {
        return highs;
    }

    /** The key of a round's hash, 0 to 3. */
    public long key(int round) {
        return switch (round) {
            case 0 -> key0;
            case 1 -> key1;
            case 2 -> key2;
            case 3 -> key3;
            default -> throw new IllegalArgumentException("there are four rounds, and none is number " + round);
        };
    }

    /** The multiplier of a hash's first or second step, 0 or 1. */
    public static long multiplier(int step) {
        return step == 0 ? FIRST_MULTIPLIER : SECOND_MULTIPLIER;
    }

    /** The number at place {@code index} of the shuffled order; {@code index} from 0 to n-1, unchecked. */
    public long at(long index) {
        long x = index;
        do {
            x = network(x);
        } while (x >= size);
        return x;
    }

    private long network(long x) {
        long low = x & lowMask;
        long high = x >>> lowBits;
        high = addHigh(high, hash(low, key0));
        low = (low + hash(high, key1)) & lowMask;
        high = addHigh(high, hash(low, key2));
        low = (low + hash(high, key3)) & lowMask;
        return high << lowBits | low;
    }

    /** Modulo the number of high parts; a hash of 32 bits is scaled to them, without a division. */
    private long addHigh(long high, long hash) {
        long sum = high + ((hash * highs) >>> 32);
        return sum < highs ? sum : sum - highs;
    }

    /** 32 bits, each of which hangs on all bits of the part. */
    private static long hash(long part, long key) {
        long z = (part + key) * FIRST_MULTIPLIER;
        z = (z ^ (z >>> 32)) * SECOND_MULTIPLIER;
        return z >>> 32;
    }
}
