package org.wordloom.tokenizer.bpe;

import java.util.Arrays;
import org.wordloom.base.CounterRandom;
import org.wordloom.base.RandomStream;
import org.wordloom.tokenizer.PieceSink;

/**
 * Merges a word of n symbols in n log n steps: the symbols are linked, and a heap holds the pairs that merge. With
 * dropout, each time that a merge is due it may be left out until another merge was made.
 */
final class LongMerger {
    private static final int END = -1;
    private static final double TO_UNIT = 0x1p-53;

    private final MergeTable table;
    private final double dropout;
    private final long seed;
    private final RandomStream random;
    private int[] next = {};
    private int[] previous = {};
    /** Ranks (high 32 bits) and places of pairs. */
    private final LongHeap heap = new LongHeap();

    private long[] leftOut = new long[16];
    private int leftOutCount;

    LongMerger(MergeTable table, double dropout, long seed) {
        this.table = table;
        this.dropout = dropout;
        this.seed = seed;
        this.random = new RandomStream(0);
        startText(0);
    }

    void startText(long number) {
        random.restart(CounterRandom.key(seed, CounterRandom.Purpose.SEGMENTATION, number));
    }

    void merge(Symbols symbols, PieceSink sink) {
        int size = symbols.size();
        link(size);
        int[] ids = symbols.ids();
        heap.clear();
        for (int i = 0; i + 1 < size; i++) {
            long found = table.find(ids[i], ids[i + 1]);
            if (found != MergeTable.NONE) {
                heap.append(entry(found, i));
            }
        }
        heap.order();
        leftOutCount = 0;
        while (heap.size() > 0) {
            step(heap.remove(), ids, symbols.ends());
        }
        for (int i = 0; i != END && size > 0; i = next[i]) {
            sink.add(ids[i], symbols.starts()[i], symbols.ends()[i]);
        }
    }

    private void step(long entry, int[] ids, int[] ends) {
        int at = (int) entry;
        if (next[at] == END || ids[at] == END) {
            return;
        }
        long found = table.find(ids[at], ids[next[at]]);
        if (MergeTable.rank(found) != (int) (entry >>> 32)) {
            return; // one of the two was merged with its other neighbour
        }
        if (dropout > 0 && (random.next() >>> 11) * TO_UNIT < dropout) {
            leaveOut(entry);
            return;
        }
        takeBack();
        int gone = next[at];
        ids[at] = MergeTable.product(found);
        ends[at] = ends[gone];
        ids[gone] = END;
        next[at] = next[gone];
        if (next[at] != END) {
            previous[next[at]] = at;
            add(at, ids);
        }
        if (previous[at] != END) {
            add(previous[at], ids);
        }
    }

    private void add(int at, int[] ids) {
        long found = table.find(ids[at], ids[next[at]]);
        if (found != MergeTable.NONE) {
            heap.add(entry(found, at));
        }
    }

    private void leaveOut(long entry) {
        if (leftOutCount == leftOut.length) {
            leftOut = Arrays.copyOf(leftOut, 2 * leftOutCount);
        }
        leftOut[leftOutCount++] = entry;
    }

    private void takeBack() {
        while (leftOutCount > 0) {
            heap.add(leftOut[--leftOutCount]);
        }
    }

    private static long entry(long found, int at) {
        return (found & 0xFFFFFFFF00000000L) | at;
    }

    private void link(int size) {
        if (next.length < size || (next.length > 1 << 16 && size < 1 << 10)) {
            next = new int[size];
            previous = new int[size];
        }
        for (int i = 0; i < size; i++) {
            next[i] = i + 1;
            previous[i] = i - 1;
        }
        if (size > 0) {
            next[size - 1] = END;
        }
    }
}
