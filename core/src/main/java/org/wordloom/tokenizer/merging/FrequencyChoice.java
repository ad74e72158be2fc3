package org.wordloom.tokenizer.merging;

/**
 * The most frequent pair. Pairs far below it are left out of the table until their turn comes, and are then
 * counted from the sequences, which are shorter by that time.
 */
public final class FrequencyChoice implements PairChoice {
    private static final int LOWER_THRESHOLD = 64;

    private final PairMerges pairMerges;
    private final long least;
    private final TieRule ties;
    private PairTable pairs;
    private PairHeap heap;

    /** @param least how often a pair must occur to be merged */
    public FrequencyChoice(PairMerges pairMerges, long least, TieRule ties) {
        this.pairMerges = pairMerges;
        this.least = least;
        this.ties = ties;
        pairMerges.indexFirst(least);
        restart();
    }

    @Override
    public int next() {
        int pair = heap.remove(pairMerges.threshold());
        while (pair == PairTable.ABSENT && pairMerges.threshold() > least) {
            pairMerges.index(Math.max(least, pairMerges.threshold() / LOWER_THRESHOLD));
            restart();
            pair = heap.remove(pairMerges.threshold());
        }
        return pair;
    }

    @Override
    public void merged() {
        if (pairs != pairMerges.pairs()) {
            restart();
        } else {
            for (int i = 0; i < pairMerges.created().size(); i++) {
                heap.add(pairMerges.created().getInt(i));
            }
        }
    }

    private void restart() {
        pairs = pairMerges.pairs();
        heap = new PairHeap(pairs, pairMerges.pieces(), ties);
    }
}
