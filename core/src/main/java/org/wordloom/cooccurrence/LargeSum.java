package org.wordloom.cooccurrence;

import java.math.BigInteger;

/**
 * An exact sum of longs, none negative, that may exceed 64 bits: of the units of many pairs, which no order of addition and
 * no division among tasks changes, as it would a sum of doubles. Not safe for use by several threads.
 */
public final class LargeSum {
    private long recent;
    /** What no long holds together with {@link #recent}. */
    private BigInteger earlier = BigInteger.ZERO;

    /** @param value at least 0 */
    public void add(long value) {
        long sum = recent + value;
        if (sum < 0) {
            earlier = earlier.add(BigInteger.valueOf(recent));
            sum = value;
        }
        recent = sum;
    }

    public BigInteger value() {
        return earlier.add(BigInteger.valueOf(recent));
    }

    public void clear() {
        recent = 0;
        earlier = BigInteger.ZERO;
    }
}
