package org.wordloom.blocks;

import it.unimi.dsi.fastutil.ints.IntArrays;
import it.unimi.dsi.fastutil.ints.IntHeapPriorityQueue;
import org.wordloom.base.CounterRandom;

/** Gives rows to blocks, from the heaviest row to the lightest, each to the block that is lightest so far. */
final class EqualMass {
    private final long[] masses;
    private final long salt;
    private final long[] loads;
    private final int[] sizes;

    EqualMass(long[] masses, int blocks, long salt) {
        this.masses = masses;
        this.salt = salt;
        this.loads = new long[blocks];
        this.sizes = new int[blocks];
        requireValid(masses);
    }

    private static void requireValid(long[] masses) {
        long sum = masses.length;
        for (int row = 0; row < masses.length; row++) {
            if (masses[row] < 0) {
                throw new IllegalArgumentException("row " + row + " has the negative mass " + masses[row]);
            }
            sum = Math.addExact(sum, masses[row]);
        }
    }

    /** The block of each row. */
    int[] assign() {
        int[] blockOf = new int[masses.length];
        IntHeapPriorityQueue lightest = new IntHeapPriorityQueue(loads.length, this::compareBlocks);
        for (int block = 0; block < loads.length; block++) {
            lightest.enqueue(block);
        }
        for (int row : heaviestFirst()) {
            int block = lightest.firstInt();
            blockOf[row] = block;
            loads[block] += Math.max(1, masses[row]);
            sizes[block]++;
            lightest.changed();
        }
        return blockOf;
    }

    private int[] heaviestFirst() {
        int[] rows = new int[masses.length];
        for (int row = 0; row < rows.length; row++) {
            rows[row] = row;
        }
        IntArrays.parallelQuickSort(rows, this::compareRows);
        return rows;
    }

    private int compareRows(int a, int b) {
        int byMass = Long.compare(masses[b], masses[a]);
        if (byMass != 0) {
            return byMass;
        }
        int byHash = Long.compareUnsigned(CounterRandom.at(salt, a), CounterRandom.at(salt, b));
        return byHash != 0 ? byHash : Integer.compare(a, b);
    }

    private int compareBlocks(int a, int b) {
        int byLoad = Long.compare(loads[a], loads[b]);
        if (byLoad != 0) {
            return byLoad;
        }
        int bySize = Integer.compare(sizes[a], sizes[b]);
        return bySize != 0 ? bySize : Integer.compare(a, b);
    }
}
