package org.wordloom.tokenizer.bpe;

import java.util.Arrays;
import org.wordloom.base.CounterRandom;
import org.wordloom.base.RandomStream;
import org.wordloom.tokenizer.PieceSink;

/**
 * Merges a word of n symbols in n log n steps; a heap holds the pairs that merge. With dropout, each time that a merge is
 * due it may be left out until another merge was made.
 *
 * <p>A word may have millions of letters, so that what a symbol costs matters: 4 bytes, and 8 for a pair that may merge.
 * The array of the symbols' ids is all there is: a piece stands in the place of its first symbol; its second and its last
 * place hold how many symbols it has (as {@code ~length}, which is negative), and all others of it some negative number.
 * From there its neighbours are found.
 */
final class LongMerger {
    private static final int END = -1;
    private static final int GONE = -1;
    private static final int MANY = 1 << 16;
    private static final int[] NO_IDS = {};
    private static final double TO_UNIT = 0x1p-53;

    private final MergeTable table;
    private final double dropout;
    private final long seed;
    private final RandomStream random;
    private int[] ids = NO_IDS;
    private int size;
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
        size = symbols.size();
        ids = symbols.ids();
        fillHeap();
        leftOutCount = 0;
        while (heap.size() > 0) {
            step(heap.remove());
        }
        for (int i = 0; i < size; ) {
            int next = i + length(i);
            sink.add(ids[i], symbols.start(i), symbols.end(next - 1));
            i = next;
        }
        ids = NO_IDS; // the symbols may forget a huge word
    }

    /** All pairs that merge; of many symbols they are counted first, since a heap that grows is there twice. */
    private void fillHeap() {
        heap.clear();
        if (size > MANY) {
            int pairs = 0;
            for (int i = 0; i + 1 < size; i++) {
                pairs += table.find(ids[i], ids[i + 1]) == MergeTable.NONE ? 0 : 1;
            }
            heap.reserve(pairs);
        }
        for (int i = 0; i + 1 < size; i++) {
            long found = table.find(ids[i], ids[i + 1]);
            if (found != MergeTable.NONE) {
                heap.append(entry(found, i));
            }
        }
        heap.order();
    }

    private void step(long entry) {
        int at = (int) entry;
        if (ids[at] < 0 || next(at) == END) {
            return;
        }
        int gone = next(at);
        long found = table.find(ids[at], ids[gone]);
        if (MergeTable.rank(found) != (int) (entry >>> 32)) {
            return; // one of the two was merged with its other neighbour
        }
        if (dropout > 0 && (random.next() >>> 11) * TO_UNIT < dropout) {
            leaveOut(entry);
            return;
        }
        takeBack();
        join(at, gone, MergeTable.product(found));
        add(at);
        if (at > 0) {
            add(previous(at));
        }
    }

    private void join(int at, int gone, int product) {
        int length = gone - at + length(gone);
        ids[at] = product;
        ids[gone] = GONE;
        ids[at + 1] = ~length;
        ids[at + length - 1] = ~length;
    }

    /** How many symbols the piece at a place has. */
    private int length(int at) {
        return at + 1 < size && ids[at + 1] < 0 ? ~ids[at + 1] : 1;
    }

    private int next(int at) {
        int next = at + length(at);
        return next == size ? END : next;
    }

    private int previous(int at) {
        int last = ids[at - 1];
        return last < 0 ? at - ~last : at - 1;
    }

    private void add(int at) {
        int next = next(at);
        long found = next == END ? MergeTable.NONE : table.find(ids[at], ids[next]);
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
}
