package org.wordloom.base;

/**
 * A counter-based random generator: the number at a position is a pure function of a key and that position, so any
 * thread, retry or device can recompute it. Made of long additions, multiplications, xors and shifts only, so that an
 * OpenCL kernel can run it too.
 *
 * <p>It is SplitMix64 (Steele, Lea and Flood, "Fast splittable pseudorandom number generators", 2014) read by position
 * instead of by state: the finaliser over {@code key + position · golden gamma}.
 */
public final class CounterRandom {
    private static final long GOLDEN_GAMMA = 0x9E3779B97F4A7C15L;
    private static final long FIRST_MULTIPLIER = 0xBF58476D1CE4E5B9L;
    private static final long SECOND_MULTIPLIER = 0x94D049BB133111EBL;
    private static final float TO_UNIT_FLOAT = 1f / (1 << 24);

    private CounterRandom() {}

    /** What a stream of random numbers is for. Streams of different purposes are independent; the order is fixed. */
    public enum Purpose {
        INITIAL_VECTORS,
        TRAINING,
        BOOTSTRAP,
        SHUFFLE,
        NOISE_SUBSET,
        CYCLE,
        SEGMENTATION
    }

    /** The key of the stream for {@code purpose}, refined by any number of parts (epoch, shard, block …). */
    public static long key(long seed, Purpose purpose, long... parts) {
        long key = at(seed, purpose.ordinal());
        for (long part : parts) {
            key = at(key, part);
        }
        return key;
    }

    /** 64 random bits: number {@code position} of the stream {@code key}. */
    public static long at(long key, long position) {
        long z = key + (position + 1) * GOLDEN_GAMMA;
        z = (z ^ (z >>> 30)) * FIRST_MULTIPLIER;
        z = (z ^ (z >>> 27)) * SECOND_MULTIPLIER;
        return z ^ (z >>> 31);
    }

    /** The key of the rest of a stream: number k of it is number {@code position + k} of the stream {@code key}. */
    public static long rest(long key, long position) {
        return key + position * GOLDEN_GAMMA;
    }

    /** The increment and the two multipliers of {@link #at}, for a device that computes it. */
    public static long[] constants() {
        return new long[] {GOLDEN_GAMMA, FIRST_MULTIPLIER, SECOND_MULTIPLIER};
    }

    /** A float in [0, 1) from the low 24 bits. */
    public static float unitFloat(long bits) {
        return (bits & 0xFFFFFF) * TO_UNIT_FLOAT;
    }

    /** An int in [0, bound) from the high 32 bits; bias below bound / 2³². */
    public static int below(long bits, int bound) {
        return (int) (((bits >>> 32) * bound) >>> 32);
    }
}
