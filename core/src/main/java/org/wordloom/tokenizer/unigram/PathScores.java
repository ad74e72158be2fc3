package org.wordloom.tokenizer.unigram;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.wordloom.tokenizer.PieceType;
import org.wordloom.tokenizer.trie.DoubleArray;
import org.wordloom.tokenizer.trie.DoubleArrayBuilder;

/**
 * What may stand on a path through a text, and what it adds to the path's score.
 *
 * @param trie ids by piece in UTF-8, of the pieces that are found in text
 * @param byId what a piece adds
 * @param lengths of pieces, in bytes
 * @param unknown what a character adds that is no piece
 */
record PathScores(DoubleArray trie, double[] byId, int[] lengths, double unknown) {
    private static final double UNKNOWN_PENALTY = MaximizationStep.UNKNOWN_PENALTY;

    /** A little less than certain, so that a longer user-defined piece wins over two shorter ones. */
    private static final double USER_DEFINED_PENALTY = 0.1;

    static PathScores of(List<String> pieces, double[] scores, PieceType[] types, Dialect dialect) {
        if (scores.length != pieces.size() || types.length != pieces.size()) {
            throw new IllegalArgumentException(
                    pieces.size() + " pieces, " + scores.length + " scores, " + types.length + " types");
        }
        boolean single = dialect == Dialect.SENTENCEPIECE;
        double least = single ? Float.MAX_VALUE : Double.POSITIVE_INFINITY;
        double most = Float.MIN_NORMAL;
        for (int id = 0; id < scores.length; id++) {
            if (!Double.isFinite(scores[id])) {
                throw new IllegalArgumentException("the score of piece " + id + " is " + scores[id]);
            }
            scores[id] = single ? (float) scores[id] : scores[id];
            if (types[id] == PieceType.NORMAL) {
                least = Math.min(least, scores[id]);
                most = Math.max(most, scores[id]);
            }
        }
        byte[][] utf8 = new byte[pieces.size()][];
        Arrays.setAll(utf8, id -> bytes(pieces.get(id), id));
        double[] byId = byId(utf8, scores, types, (float) most);
        double unknown = single ? (float) least - (float) UNKNOWN_PENALTY : least - UNKNOWN_PENALTY;
        int[] lengths = Arrays.stream(utf8).mapToInt(bytes -> bytes.length).toArray();
        return new PathScores(trie(utf8, types), byId, lengths, unknown);
    }

    /** As SentencePiece computes it: the product in single precision, the difference in double. */
    private static double[] byId(byte[][] utf8, double[] scores, PieceType[] types, float most) {
        double[] byId = scores.clone();
        for (int id = 0; id < byId.length; id++) {
            if (types[id] == PieceType.USER_DEFINED) {
                byId[id] = (double) (utf8[id].length * most) - USER_DEFINED_PENALTY;
            }
        }
        return byId;
    }

    private static DoubleArray trie(byte[][] utf8, PieceType[] types) {
        List<Integer> ids = new ArrayList<>();
        for (int id = 0; id < utf8.length; id++) {
            if (types[id] == PieceType.NORMAL || types[id] == PieceType.USER_DEFINED) {
                ids.add(id);
            }
        }
        ids.sort(Comparator.comparing(id -> utf8[id], Arrays::compareUnsigned));
        byte[][] keys = new byte[ids.size()][];
        Arrays.setAll(keys, i -> utf8[ids.get(i)]);
        return DoubleArrayBuilder.build(
                keys, ids.stream().mapToInt(Integer::intValue).toArray());
    }

    private static byte[] bytes(String piece, int id) {
        if (piece.isEmpty() || piece.indexOf(0) >= 0) {
            throw new IllegalArgumentException("piece " + id + (piece.isEmpty() ? " is empty" : " holds NUL"));
        }
        return piece.getBytes(StandardCharsets.UTF_8);
    }
}
