package org.wordloom.vocab;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * A 64-bit hash of a word's bytes, the same on every machine: eight bytes at a time are multiplied into the state, and a
 * finaliser (that of MurmurHash3) spreads every bit.
 */
final class WordHash {
    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long MULTIPLIER = 0x9E3779B97F4A7C15L;

    private WordHash() {}

    static long of(byte[] bytes, int from, int to) {
        long hash = (to - from) * MULTIPLIER;
        int i = from;
        for (; i <= to - Long.BYTES; i += Long.BYTES) {
            hash = mix(hash, (long) LONGS.get(bytes, i));
        }
        return i == to ? finish(hash) : finish(mix(hash, tail(bytes, i, to)));
    }

    /** Whether two ranges hold the same bytes; for short words faster than {@code Arrays.equals}, which checks ranges. */
    static boolean equal(byte[] a, int aFrom, int aTo, byte[] b, int bFrom, int bTo) {
        if (aTo - aFrom != bTo - bFrom) {
            return false;
        }
        int i = aFrom;
        int j = bFrom;
        for (; i <= aTo - Long.BYTES; i += Long.BYTES, j += Long.BYTES) {
            if ((long) LONGS.get(a, i) != (long) LONGS.get(b, j)) {
                return false;
            }
        }
        return i == aTo || tail(a, i, aTo) == tail(b, j, bTo);
    }

    /** Which of {@code partitions} a word belongs to, by the high half of its hash (tables use the low half). */
    static int partition(long hash, int partitions) {
        return (int) (((hash >>> 32) * partitions) >>> 32);
    }

    /** The last one to seven bytes, the first in the low byte. */
    private static long tail(byte[] bytes, int from, int to) {
        if (from <= bytes.length - Long.BYTES) {
            return (long) LONGS.get(bytes, from) & (-1L >>> (8 * (Long.BYTES - (to - from))));
        }
        long tail = 0;
        for (int i = to - 1; i >= from; i--) {
            tail = (tail << 8) | (bytes[i] & 0xFF);
        }
        return tail;
    }

    private static long mix(long hash, long eight) {
        long mixed = (hash ^ eight) * MULTIPLIER;
        return mixed ^ (mixed >>> 32);
    }

    private static long finish(long hash) {
        long mixed = (hash ^ (hash >>> 33)) * 0xFF51AFD7ED558CCDL;
        mixed = (mixed ^ (mixed >>> 33)) * 0xC4CEB9FE1A85EC53L;
        return mixed ^ (mixed >>> 33);
    }
}
