package org.wordloom.tokenizer.bpe;

import it.unimi.dsi.fastutil.ints.IntArrayList;
import it.unimi.dsi.fastutil.ints.IntArrays;
import java.util.BitSet;
import org.wordloom.tokenizer.PieceTable;
import org.wordloom.tokenizer.SubwordModel;

/** All ways to put two pieces together to a third one, ranked by the third one's score. */
final class ScoredMerges {
    private final PieceTable pieces;
    private final float[] scores;
    /** The lengths that pieces have: a piece of a million chars is looked up in few parts, not in all of them. */
    private final BitSet lengths = new BitSet();

    private final IntArrayList pairs = new IntArrayList();
    private final IntArrayList ranks = new IntArrayList();
    private final IntArrayList products = new IntArrayList();

    ScoredMerges(PieceTable pieces, float[] scores) {
        this.pieces = pieces;
        this.scores = scores;
        for (int id = 0; id < pieces.size(); id++) {
            if (pieces.piece(id) != null) {
                lengths.set(pieces.piece(id).length());
            }
        }
        int[] order = byScore();
        int rank = 0;
        for (int i = 0; i < order.length; i++) {
            if (i > 0 && scores[order[i]] != scores[order[i - 1]]) {
                rank++;
            }
            addSplits(order[i], rank);
        }
    }

    /** Left and right piece in turns, the best first. */
    int[] pairs() {
        return pairs.toIntArray();
    }

    MergeTable table() {
        MergeTable table = new MergeTable(ranks.size());
        for (int i = 0; i < ranks.size(); i++) {
            table.add(pairs.getInt(2 * i), pairs.getInt(2 * i + 1), ranks.getInt(i), products.getInt(i));
        }
        return table;
    }

    private int[] byScore() {
        IntArrayList scored = new IntArrayList();
        for (int id = 0; id < pieces.size(); id++) {
            if (pieces.piece(id) != null && !Float.isNaN(scores[id])) {
                scored.add(id);
            }
        }
        int[] order = scored.toIntArray();
        IntArrays.stableSort(order, (a, b) -> Float.compare(scores[b], scores[a]));
        return order;
    }

    private void addSplits(int product, int rank) {
        String text = pieces.piece(product);
        int length = text.length();
        for (int middle = lengths.nextSetBit(1); middle > 0 && middle < length; middle = lengths.nextSetBit(middle + 1)) {
            if (lengths.get(length - middle)) {
                addSplit(text, middle, product, rank);
            }
        }
    }

    private void addSplit(String text, int middle, int product, int rank) {
        int left = pieces.id(text.substring(0, middle));
        if (left == SubwordModel.UNKNOWN) {
            return;
        }
        int right = pieces.id(text.substring(middle));
        if (right != SubwordModel.UNKNOWN) {
            pairs.add(left);
            pairs.add(right);
            ranks.add(rank);
            products.add(product);
        }
    }
}
