package org.wordloom.tokenizer.unigram;

import java.util.Arrays;
import org.wordloom.tokenizer.SubwordModel;
import org.wordloom.tokenizer.trie.DoubleArray;

/**
 * The most probable segmentation (Viterbi), over bytes. Where no piece reaches across a position, everything before it
 * is decided and given away, so the scratch space is as long as the longest stretch between two such positions: a word,
 * mostly. The score goes on from stretch to stretch, since how it is rounded may decide between equals.
 *
 * <p>A stretch may have millions of letters, so only the last piece of the best path to each position is stored; scores
 * are kept for as many positions as the longest piece is long. The loops use arrays and local variables only, and make no
 * objects: they run for every byte of the text.
 */
final class ViterbiEncoder implements Utf8Encoder {
    private static final int NONE = -2;
    /** An unknown character of n bytes is stored as this, less n. */
    private static final int UNKNOWN_OF = -2;

    private static final int LONGEST_CHARACTER = 4;
    /** A stretch above that length grows to what is left of the text at most. */
    private static final int MANY = 1 << 16;

    private final int[] units;
    private final int root;
    private final double[] pieceScores;
    private final int[] pieceLengths;
    private final double unknownScore;
    private final boolean single;

    /** By position, modulo its length: the score of the best path that ends there. */
    private final double[] scores;

    private final int mask;
    /** By position, counted from where the stretch begins: the last piece of the best path that ends there. */
    private int[] pieces = new int[256];

    /** Where the stretch begins that is not yet decided. */
    private int origin;
    /** The furthest position that a piece ends at, counted from the origin. */
    private int reach;
    /** Where the text ends. */
    private int limit;

    ViterbiEncoder(UnigramModel model) {
        this.units = model.paths().trie().units();
        this.root = model.paths().trie().rootBase();
        this.pieceScores = model.paths().byId();
        this.pieceLengths = model.paths().lengths();
        this.unknownScore = model.paths().unknown();
        this.single = model.dialect() == Dialect.SENTENCEPIECE;
        int longest =
                Math.max(LONGEST_CHARACTER, Arrays.stream(pieceLengths).max().orElse(0));
        this.scores = new double[Integer.highestOneBit(longest) << 1];
        this.mask = scores.length - 1;
    }

    @Override
    public void encode(byte[] utf8, int from, int to, Utf8PieceSink sink) {
        origin = from;
        reach = 0;
        limit = to;
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
        double before = scores[at & mask];
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
                offer(end, before + pieceScores[piece], piece);
            }
        }
        if (!whole) {
            double score = before + unknownScore;
            offer(at + length, single ? (float) score : score, UNKNOWN_OF - length);
        }
        return length;
    }

    /** Compares before rounding, and keeps what was rounded: that is how SentencePiece does it. */
    private void offer(int end, double score, int piece) {
        if (end > reach) {
            extendReach(end);
        }
        if (pieces[end] == NONE || score > scores[end & mask]) {
            scores[end & mask] = single ? (float) score : score;
            pieces[end] = piece;
        }
    }

    private void extendReach(int end) {
        if (end >= pieces.length) {
            long most = pieces.length < MANY ? Integer.MAX_VALUE - 8L : limit - origin + 1L;
            pieces = Arrays.copyOf(pieces, (int) Math.min(most, Math.max(end + 1L, pieces.length * 2L)));
        }
        for (int k = reach + 1; k <= end; k++) {
            pieces[k] = NONE;
        }
        reach = end;
    }

    /** Gives the pieces up to the furthest position away, and begins the next stretch there. */
    private void give(Utf8PieceSink sink) {
        turnAround();
        for (int at = 0; at < reach; ) {
            int piece = pieces[at];
            int end = at + length(piece);
            sink.add(Math.max(piece, SubwordModel.UNKNOWN), origin + at, origin + end);
            at = end;
        }
        scores[0] = scores[reach & mask];
        origin += reach;
        reach = 0;
    }

    /** Goes back along the best path, and puts each piece to where it begins. */
    private void turnAround() {
        int piece = pieces[reach];
        for (int end = reach; end > 0; ) {
            int start = end - length(piece);
            int before = pieces[start];
            pieces[start] = piece;
            piece = before;
            end = start;
        }
    }

    private int length(int piece) {
        return piece >= 0 ? pieceLengths[piece] : UNKNOWN_OF - piece;
    }

    /** The length of a character by its first byte; a byte that cannot begin one stands alone. */
    static int characterLength(byte lead) {
        if (lead >= 0 || lead < (byte) 0xC0) {
            return 1;
        }
        return lead < (byte) 0xE0 ? 2 : lead < (byte) 0xF0 ? 3 : 4;
    }
}
