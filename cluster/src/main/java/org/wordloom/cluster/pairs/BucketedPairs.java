package org.wordloom.cluster.pairs;

/**
 * What bucketing came to, all cycles of this run together.
 *
 * @param pairs of words, as often as they occurred
 * @param bytes that they took, packed
 * @param spilledBytes of these that went through files
 * @param seconds wall seconds of the driver while it waited for them
 */
public record BucketedPairs(long pairs, long bytes, long spilledBytes, double seconds) {
    static final BucketedPairs NONE = new BucketedPairs(0, 0, 0, 0);

    BucketedPairs plus(BucketedPairs other) {
        return new BucketedPairs(
                pairs + other.pairs, bytes + other.bytes, spilledBytes + other.spilledBytes, seconds + other.seconds);
    }
}
