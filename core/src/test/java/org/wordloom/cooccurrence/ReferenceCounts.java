package org.wordloom.cooccurrence;

import java.io.IOException;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.wordloom.blocks.BlockPartition;

/**
 * The slow and readable window counter: every pair of places, every weight an exact fraction, sums in a sorted map. It
 * counts both halves of a symmetric matrix.
 */
final class ReferenceCounts {
    private ReferenceCounts() {}

    /** A cell, by word ids. */
    record Pair(int row, int column) implements Comparable<Pair> {
        @Override
        public int compareTo(Pair other) {
            return row != other.row ? Integer.compare(row, other.row) : Integer.compare(column, other.column);
        }
    }

    /** A fraction that is never reduced. */
    record Fraction(BigInteger numerator, BigInteger denominator) {
        static Fraction of(long numerator, long denominator) {
            return new Fraction(BigInteger.valueOf(numerator), BigInteger.valueOf(denominator));
        }

        /** How many times the unit 1 / scale this is, rounded to the nearest, half a unit up. */
        BigInteger unitsOf(long scale) {
            BigInteger twice = numerator.multiply(BigInteger.valueOf(2 * scale));
            return twice.add(denominator).divide(denominator.multiply(BigInteger.TWO));
        }
    }

    static Fraction weight(CooccurrenceOptions options, int distance) {
        return switch (options.weighting()) {
            case INVERSE_DISTANCE -> Fraction.of(1, distance);
            case FLAT -> Fraction.of(1, 1);
            case LINEAR -> Fraction.of(options.window() - distance + 1, options.window());
        };
    }

    /** Sums in units of 1 / {@code scale}. */
    static Map<Pair, BigInteger> count(List<int[]> sequences, CooccurrenceOptions options, long scale) {
        Map<Pair, BigInteger> sums = new TreeMap<>();
        for (int[] sequence : sequences) {
            for (int right = 0; right < sequence.length; right++) {
                for (int left = Math.max(0, right - options.window()); left < right; left++) {
                    BigInteger units = weight(options, right - left).unitsOf(scale);
                    sums.merge(new Pair(sequence[left], sequence[right]), units, BigInteger::add);
                    if (options.symmetric()) {
                        sums.merge(new Pair(sequence[right], sequence[left]), units, BigInteger::add);
                    }
                }
            }
        }
        return sums;
    }

    /** What a cursor gives, by word ids, both halves of a symmetric matrix; fails unless its order is as promised. */
    static Map<Pair, BigInteger> read(BucketCursor buckets, BlockPartition partition, boolean symmetric)
            throws IOException {
        Map<Pair, BigInteger> sums = new TreeMap<>();
        long lastBucket = -1;
        while (buckets.nextBucket()) {
            long bucket = (long) buckets.rowBlock() * partition.blocks() + buckets.columnBlock();
            require(bucket > lastBucket, "buckets do not ascend");
            lastBucket = bucket;
            read(buckets, partition, symmetric, sums);
        }
        return sums;
    }

    private static void read(
            BucketCursor bucket, BlockPartition partition, boolean symmetric, Map<Pair, BigInteger> sums)
            throws IOException {
        PairCursor pairs = bucket.pairs();
        long last = -1;
        while (pairs.next()) {
            long key = (long) pairs.row() << 32 | pairs.column();
            require(key > last, "pairs do not ascend");
            last = key;
            int row = partition.row(bucket.rowBlock(), pairs.row());
            int column = partition.row(bucket.columnBlock(), pairs.column());
            BigInteger sum = BigInteger.valueOf(pairs.sum());
            require(sums.put(new Pair(row, column), sum) == null, "a pair occurs twice");
            if (symmetric && row != column) {
                require(sums.put(new Pair(column, row), sum) == null, "a pair occurs in both halves");
            }
        }
        require(last >= 0, "a bucket is empty");
    }

    private static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new AssertionError(otherwise);
        }
    }
}
