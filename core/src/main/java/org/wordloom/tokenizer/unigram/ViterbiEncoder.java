package org.wordloom.tokenizer.unigram;

import java.util.Arrays;
import org.wordloom.tokenizer.SubwordModel;
import org.wordloom.tokenizer.trie.DoubleArray;

/**
 * The most probable segmentation (Viterbi), over bytes. Where no piece reaches across a position, everything before it
 * is decided and given away, so the scratch space is as long as the longest stretch between two such positions: a word,
 * mostly. The score goes on from stretch to stretch, since how it is rounded may decide between equals.
 *
 * <p>The loops use arrays and local variables only, and make no objects: they run for every byte of the text.
 */
final class ViterbiEncoder implements Utf8Encoder {
    private static final int NONE = -2;

    private final int[] units;
    private final int root;
    private final double[] pieceScores;
    private final double unknownScore;
    private final boolean single;

    // By position, counted from where the stretch begins: the best path that ends there, and its last piece.
    private double[] scores = new double[256];
    private int[] pieces = new int[256];
    private int[] starts = new int[256];
    /** Positions at which the best path's pieces end, the last one first. */
    private int[] ends = new int[256];

    /** Where the stretch begins that is not yet decided. */
    private int origin;
    /** The furthest position that a piece ends at, counted from the origin. */
    private int reach;

    ViterbiEncoder(UnigramModel model) {
        this.units = model.paths().trie().units();
        this.root = model.paths().trie().rootBase();
        this.pieceScores = model.paths().byId();
        this.unknownScore = model.paths().unknown();
        this.single = model.dialect() == Dialect.SENTENCEPIECE;
    }

    @Override
    public void encode(byte[] utf8, int from, int to, Utf8PieceSink sink) {
        origin = from;
        reach = 0;
        scores[0] = 0;
        for (int i = from; i < to; ) {
            if (i > origin && i - origin == reach) {
                give(sink);
            }
            i += extend(utf8, i, to);
        }
        if (to > from) {
            give(sink);
        }
    }

    /** Extends the best path to position {@code i} by all pieces that begin there; the length of the character there. */
    private int extend(byte[] utf8, int i, int to) {
        int length = Math.min(characterLength(utf8[i]), to - i);
        int at = i - origin;
        double before = scores[at];
        boolean whole = false;
        int base = root;
        for (int k = i; k < to; k++) {
            int label = utf8[k] & 0xFF;
            int place = base ^ label;
            int unit = units[place];
            if (!DoubleArray.isLabelled(unit, label)) {
                break;
            }
            base = place ^ DoubleArray.offset(unit);
            if (DoubleArray.hasValue(unit)) {
                int piece = DoubleArray.value(units[base]);
                int end = k + 1 - origin;
                whole |= k + 1 == i + length;
                offer(end, before + pieceScores[piece], piece, at);
            }
        }
        if (!whole) {
            double score = before + unknownScore;
            offer(at + length, single ? (float) score : score, SubwordModel.UNKNOWN, at);
        }
        return length;
    }

    /** Compares before rounding, and keeps what was rounded: that is how SentencePiece does it. */
    private void offer(int end, double score, int piece, int start) {
        if (end > reach) {
            extendReach(end);
        }
        if (pieces[end] == NONE || score > scores[end]) {
            scores[end] = single ? (float) score : score;
            pieces[end] = piece;
            starts[end] = start;
        }
    }

    private void extendReach(int end) {
        if (end >= pieces.length) {
            int size = (int) Math.min(Integer.MAX_VALUE - 8L, Math.max(end + 1L, pieces.length * 2L));
            scores = Arrays.copyOf(scores, size);
            pieces = Arrays.copyOf(pieces, size);
            starts = Arrays.copyOf(starts, size);
        }
        for (int k = reach + 1; k <= end; k++) {
            pieces[k] = NONE;
        }
        reach = end;
    }

    /** Gives the pieces up to the furthest position away, and begins the next stretch there. */
    private void give(Utf8PieceSink sink) {
        int count = 0;
        for (int end = reach; end > 0; end = starts[end]) {
            if (count == ends.length) {
                ends = Arrays.copyOf(ends, count * 2);
            }
            ends[count++] = end;
        }
        while (count > 0) {
            int end = ends[--count];
            sink.add(pieces[end], origin + starts[end], origin + end);
        }
        scores[0] = scores[reach];
        origin += reach;
        reach = 0;
    }

    /** The length of a character by its first byte; a byte that cannot begin one stands alone. */
    static int characterLength(byte lead) {
        if (lead >= 0 || lead < (byte) 0xC0) {
            return 1;
        }
        return lead < (byte) 0xE0 ? 2 : lead < (byte) 0xF0 ? 3 : 4;
    }
}
