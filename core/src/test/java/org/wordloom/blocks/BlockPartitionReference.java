package org.wordloom.blocks;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.wordloom.base.CounterRandom;

/** The partition as its contract says it, with lists and a search for the lightest block. */
final class BlockPartitionReference {
    private BlockPartitionReference() {}

    static int[] equalMass(long[] masses, int blocks, long salt) {
        List<Integer> rows = new ArrayList<>();
        for (int row = 0; row < masses.length; row++) {
            rows.add(row);
        }
        Comparator<Integer> byHash = (a, b) -> Long.compareUnsigned(hash(salt, a), hash(salt, b));
        rows.sort(Comparator.comparingLong((Integer row) -> -masses[row])
                .thenComparing(byHash)
                .thenComparing(Comparator.naturalOrder()));
        long[] loads = new long[blocks];
        int[] sizes = new int[blocks];
        int[] blockOf = new int[masses.length];
        for (int row : rows) {
            int lightest = 0;
            for (int block = 1; block < blocks; block++) {
                boolean lighter = loads[block] < loads[lightest];
                boolean smaller = loads[block] == loads[lightest] && sizes[block] < sizes[lightest];
                lightest = lighter || smaller ? block : lightest;
            }
            blockOf[row] = lightest;
            loads[lightest] += Math.max(1, masses[row]);
            sizes[lightest]++;
        }
        return blockOf;
    }

    private static long hash(long salt, int row) {
        return CounterRandom.at(salt, row);
    }
}
