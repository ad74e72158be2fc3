package org.wordloom.tokenizer.merging;

import java.util.Arrays;

/**
 * Finds all pairs of neighbours that occur at least so many times, and where, by reading all sequences: first into a
 * fixed number of buckets, which rules out most of the rare pairs, then into a table, then their places. So the memory
 * is that of the frequent pairs, however many rare ones there are.
 */
final class PairScan {
    private static final int BUCKET_BITS = 17;

    private final PieceSequences sequences;
    private final TrainingPieces pieces;
    private final int longest;
    private final MergeThreads threads;

    /** @param longest how many symbols both pieces may have together */
    PairScan(PieceSequences sequences, TrainingPieces pieces, int longest, MergeThreads threads) {
        this.sequences = sequences;
        this.pieces = pieces;
        this.longest = longest;
        this.threads = threads;
    }

    /** The counts of all pairs, by part of the sequences. */
    PairCounter[] countAll() {
        return count(1, null);
    }

    /** The counts of all pairs that may occur {@code threshold} times, and some others, by part of the sequences. */
    PairCounter[] count(long threshold) {
        long[][] buckets = new long[threads.count()][1 << BUCKET_BITS];
        threads.run(part -> fillBuckets(part, buckets[part]));
        for (int part = 1; part < buckets.length; part++) {
            long[] more = buckets[part];
            Arrays.setAll(buckets[0], i -> buckets[0][i] + more[i]);
        }
        return count(threshold, buckets[0]);
    }

    private PairCounter[] count(long threshold, long[] buckets) {
        PairCounter[] counters = new PairCounter[threads.count()];
        threads.run(part -> counters[part] = count(part, threshold, buckets));
        return counters;
    }

    static PairCounter sum(PairCounter[] counters) {
        PairCounter sum = new PairCounter();
        for (PairCounter counter : counters) {
            sum.addAll(counter);
        }
        return sum;
    }

    /** All pairs of {@code sum} that occur at least {@code threshold} times, with the sequences where they do. */
    PairTable index(PairCounter sum, PairCounter[] counters, long threshold) {
        PairTable table = new PairTable();
        sum.forEach((left, right, count, occurrences) -> {
            if (count >= threshold && isAllowed(left, right)) {
                table.add(left, right, count, new int[occurrences]);
            }
        });
        int[][] filled = firstPlaces(table, counters);
        threads.run(part -> place(part, table, filled[part]));
        closeGaps(table, counters, filled);
        return table;
    }

    private boolean isAllowed(int left, int right) {
        return pieces.length(left) + pieces.length(right) <= longest;
    }

    private void fillBuckets(int part, long[] buckets) {
        int[] slots = sequences.slots();
        int end = sequences.partStart(part + 1, threads.count());
        int at = sequences.partStart(part, threads.count());
        while (at < end) {
            long count = PieceSequences.count(slots, at);
            at += PieceSequences.HEADER;
            for (int left = slots[at], right = slots[++at]; right >= 0; left = right, right = slots[++at]) {
                buckets[bucket(PairCounter.key(left, right))] += count;
            }
            at = sequences.skipEnds(at);
        }
    }

    private PairCounter count(int part, long threshold, long[] buckets) {
        PairCounter counter = new PairCounter();
        int[] slots = sequences.slots();
        int end = sequences.partStart(part + 1, threads.count());
        int at = sequences.partStart(part, threads.count());
        while (at < end) {
            long count = PieceSequences.count(slots, at);
            at += PieceSequences.HEADER;
            for (int left = slots[at], right = slots[++at]; right >= 0; left = right, right = slots[++at]) {
                long key = PairCounter.key(left, right);
                if (buckets == null || buckets[bucket(key)] >= threshold) {
                    counter.add(key, count, 1);
                }
            }
            at = sequences.skipEnds(at);
        }
        return counter;
    }

    private void place(int part, PairTable table, int[] filled) {
        int[] slots = sequences.slots();
        int end = sequences.partStart(part + 1, threads.count());
        int at = sequences.partStart(part, threads.count());
        while (at < end) {
            int sequence = at;
            at += PieceSequences.HEADER;
            for (int left = slots[at], right = slots[++at]; right >= 0; left = right, right = slots[++at]) {
                int pair = table.find(left, right);
                if (pair >= 0) {
                    int[] where = table.sequences(pair);
                    int n = filled[pair];
                    if (n == 0 || where[n - 1] != sequence) {
                        where[n] = sequence;
                        filled[pair]++;
                    }
                }
            }
            at = sequences.skipEnds(at);
        }
    }

    /** Where each part begins to write in the pairs' places. */
    private int[][] firstPlaces(PairTable table, PairCounter[] counters) {
        int[][] first = new int[threads.count()][table.size()];
        for (int part = 1; part < first.length; part++) {
            for (int pair = 0; pair < table.size(); pair++) {
                long key = PairCounter.key(table.left(pair), table.right(pair));
                first[part][pair] = first[part - 1][pair] + counters[part - 1].occurrences(key);
            }
        }
        return first;
    }

    /** A pair that a sequence holds twice takes one place only. */
    private void closeGaps(PairTable table, PairCounter[] counters, int[][] filled) {
        int[][] first = firstPlaces(table, counters);
        for (int pair = 0; pair < table.size(); pair++) {
            int[] where = table.sequences(pair);
            int n = 0;
            for (int part = 0; part < filled.length; part++) {
                int more = filled[part][pair] - first[part][pair];
                System.arraycopy(where, first[part][pair], where, n, more);
                n += more;
            }
            if (n < where.length) {
                table.setSequences(pair, Arrays.copyOf(where, n));
            }
        }
    }

    private static int bucket(long key) {
        return (int) (PairCounter.hash(key) >>> (Long.SIZE - BUCKET_BITS));
    }
}
