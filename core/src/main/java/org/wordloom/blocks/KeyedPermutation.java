package org.wordloom.blocks;

import org.wordloom.base.CounterRandom;

/**
 * A bijection on 0 … n-1 that a key chooses: a shuffled order whose places are computed one by one, without an array
 * and without state, by any number of threads.
 *
 * <p>The numbers of the smallest sufficient power of two, 2ᵇ, are split into two halves of bits and sent through a
 * Feistel network: a round xors one half with a keyed hash of the other, which is a bijection whatever the hash is
 * (Luby and Rackoff 1988). Results of n and above are sent through again until they fall below n (cycle walking, Black
 * and Rogaway 2002), less than twice on average. Made of long additions, multiplications, xors and shifts only.
 */
public final class KeyedPermutation {
    private static final int ROUNDS = 4;
    /** Odd, so that multiplication mixes all low bits upwards; from SplitMix64. */
    private static final long MULTIPLIER = 0xBF58476D1CE4E5B9L;

    private final long size;
    private final int lowBits;
    private final long lowMask;
    private final long highMask;
    private final long key0;
    private final long key1;
    private final long key2;
    private final long key3;

    /**
     * @param size n, 0 to 2⁶²
     * @param key chooses the permutation
     */
    public KeyedPermutation(long size, long key) {
        if (size < 0 || size > 1L << 62) {
            throw new IllegalArgumentException("a permutation of " + size + " numbers is not possible");
        }
        int bits = Math.max(2, Long.SIZE - Long.numberOfLeadingZeros(size - 1));
        if (size <= 1) {
            bits = 2;
        }
        this.size = size;
        this.lowBits = bits / 2;
        this.lowMask = (1L << lowBits) - 1;
        this.highMask = (1L << (bits - lowBits)) - 1;
        this.key0 = CounterRandom.at(key, 0);
        this.key1 = CounterRandom.at(key, 1);
        this.key2 = CounterRandom.at(key, 2);
        this.key3 = CounterRandom.at(key, ROUNDS - 1);
    }

    public long size() {
        return size;
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
        high ^= hash(low, key0) & highMask;
        low ^= hash(high, key1) & lowMask;
        high ^= hash(low, key2) & highMask;
        low ^= hash(high, key3) & lowMask;
        return high << lowBits | low;
    }

    /** The upper half of a product hangs on all bits of the factor. */
    private static long hash(long half, long key) {
        long z = (half + key) * MULTIPLIER;
        return (z ^ z >>> 29) >>> 16;
    }
}
