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
    /** Lengths that pieces have, in chars: a part of another length is none. A piece may have a million chars. */
    private final BitSet lengths;

    private final IntArrayList pairs = new IntArrayList();
    private final IntArrayList ranks = new IntArrayList();
    private final IntArrayList products = new IntArrayList();

    ScoredMerges(PieceTable pieces, float[] scores) {
        this.pieces = pieces;
        this.scores = scores;
        this.lengths = lengths(pieces);
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
        for (int middle = lengths.nextSetBit(1);
                middle > 0 && middle < text.length();
                middle = lengths.nextSetBit(middle + 1)) {
            if (!lengths.get(text.length() - middle)) {
                continue;
            }
            int left = pieces.id(text.substring(0, middle));
            int right = pieces.id(text.substring(middle));
            if (left != SubwordModel.UNKNOWN && right != SubwordModel.UNKNOWN) {
                pairs.add(left);
                pairs.add(right);
                ranks.add(rank);
                products.add(product);
            }
        }
    }

    private static BitSet lengths(PieceTable pieces) {
        BitSet lengths = new BitSet();
        for (int id = 0; id < pieces.size(); id++) {
            if (pieces.piece(id) != null) {
                lengths.set(pieces.piece(id).length());
            }
        }
        return lengths;
    }
}
