package org.wordloom.tokenizer.merging;

import it.unimi.dsi.fastutil.ints.IntArrayList;
import java.util.ArrayList;
import java.util.List;

/**
 * The pair whose merge raises the text's likelihood most (Schuster and Nakajima 2012): count(xy) / (count(x) · count(y)).
 * A merge takes from the counts of both of its pieces, which raises the score of every pair that holds one of them, so
 * all of these are scored anew.
 */
public final class LikelihoodChoice implements PairChoice {
    private final PairMerges pairMerges;
    private final long least;
    private PairTable pairs;
    private ScoreHeap heap;
    /** By piece: the pairs that hold it, some of which may be gone. */
    private List<IntArrayList> pairsOfPiece;

    private int left;
    private int right;

    /** @param least how often a pair must occur to be merged */
    public LikelihoodChoice(PairMerges pairMerges, long least) {
        this.pairMerges = pairMerges;
        this.least = least;
        pairMerges.index(least);
        restart();
    }

    /** The score of a pair: computed in this way, so that equal counts have equal scores everywhere. */
    public static double score(long pairCount, long leftCount, long rightCount) {
        return pairCount / ((double) leftCount * rightCount);
    }

    @Override
    public int next() {
        int pair = heap.remove();
        if (pair != PairTable.ABSENT) {
            left = pairs.left(pair);
            right = pairs.right(pair);
        }
        return pair;
    }

    @Override
    public void merged() {
        if (pairs != pairMerges.pairs()) {
            restart();
            return;
        }
        for (int i = 0; i < pairMerges.created().size(); i++) {
            add(pairMerges.created().getInt(i));
        }
        rescore(left);
        if (right != left) {
            rescore(right);
        }
    }

    private void restart() {
        pairs = pairMerges.pairs();
        heap = new ScoreHeap(pairs);
        pairsOfPiece = new ArrayList<>();
        for (int pair = 0; pair < pairs.size(); pair++) {
            add(pair);
        }
    }

    private void add(int pair) {
        list(pairs.left(pair)).add(pair);
        if (pairs.right(pair) != pairs.left(pair)) {
            list(pairs.right(pair)).add(pair);
        }
        heap.put(pair, score(pair));
    }

    private void rescore(int piece) {
        IntArrayList list = list(piece);
        int kept = 0;
        for (int i = 0; i < list.size(); i++) {
            int pair = list.getInt(i);
            if (pairs.count(pair) < least) {
                heap.removeIfThere(pair);
            } else {
                heap.put(pair, score(pair));
                list.set(kept++, pair);
            }
        }
        list.size(kept);
    }

    private double score(int pair) {
        return score(
                pairs.count(pair), pairMerges.pieceCount(pairs.left(pair)), pairMerges.pieceCount(pairs.right(pair)));
    }

    private IntArrayList list(int piece) {
        while (pairsOfPiece.size() <= piece) {
            pairsOfPiece.add(new IntArrayList());
        }
        return pairsOfPiece.get(piece);
    }
}
