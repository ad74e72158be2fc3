package org.wordloom.tokenizer.bpe;

import java.util.Arrays;
import java.util.BitSet;
import org.wordloom.tokenizer.PieceSink;
import org.wordloom.tokenizer.PieceTable;
import org.wordloom.tokenizer.SubwordModel;
import org.wordloom.tokenizer.WordEncoder;

/**
 * Takes words apart by longest pieces: of all pieces, longest first and equal lengths by id, each is taken wherever it
 * occurs in what is left of the word, from left to right. What remains is unknown, neighbouring characters together.
 * The end-of-word suffix counts as one char.
 */
final class LongestFirstEncoder implements WordEncoder {
    /** Stands for the suffix inside words: a lone surrogate, which no text holds. */
    private static final char SUFFIX = '\uDC00';

    private static final int FREE = -1;

    private final PieceTable pieces;
    private final boolean hasSuffix;
    private final int unknown;
    private final BitSet lengths = new BitSet();
    private char[] word = new char[64];
    /** By place: the piece that begins there, or {@link #FREE}. */
    private int[] taken = new int[64];
    /** By place: how many chars its piece has, or 0 inside of a piece and where none is. */
    private int[] spans = new int[64];

    private final LongHeap found = new LongHeap();

    LongestFirstEncoder(PieceTable pieces, BpeOptions options) {
        this.hasSuffix = !options.endOfWordSuffix().isEmpty();
        this.unknown = options.unknownToken().isEmpty() ? SubwordModel.UNKNOWN : pieces.id(options.unknownToken());
        String[] texts = pieces.pieces();
        for (int id = 0; id < texts.length; id++) {
            if (texts[id] != null && hasSuffix && texts[id].endsWith(options.endOfWordSuffix())) {
                texts[id] = texts[id].substring(
                                0,
                                texts[id].length() - options.endOfWordSuffix().length())
                        + SUFFIX;
            }
            if (texts[id] != null) {
                lengths.set(texts[id].length());
            }
        }
        this.pieces = PieceTable.of(texts);
    }

    @Override
    public void encode(char[] text, int from, int to, PieceSink sink) {
        int length = to - from + (hasSuffix ? 1 : 0);
        reserve(length);
        System.arraycopy(text, from, word, 0, to - from);
        if (hasSuffix) {
            word[length - 1] = SUFFIX;
        }
        Arrays.fill(taken, 0, length, FREE);
        Arrays.fill(spans, 0, length, 0);
        for (int n = lengths.previousSetBit(length); n > 0; n = lengths.previousSetBit(n - 1)) {
            takeAll(n, length);
        }
        emit(length, to - from, sink);
    }

    private void reserve(int length) {
        if (length > word.length || (word.length > 1 << 16 && length < 1 << 10)) {
            int capacity = Math.max(64, length);
            word = new char[capacity];
            taken = new int[capacity];
            spans = new int[capacity];
        }
    }

    /** Takes the pieces of {@code n} chars, in the order of their ids and then from left to right. */
    private void takeAll(int n, int length) {
        found.clear();
        int free = 0; // how many free places end at i
        for (int i = 0; i < length; i++) {
            free = taken[i] == FREE ? free + 1 : 0;
            int id = free >= n ? pieces.id(word, i - n + 1, i + 1) : SubwordModel.UNKNOWN;
            if (id != SubwordModel.UNKNOWN) {
                found.append(((long) id << 32) | (i - n + 1));
            }
        }
        found.order();
        while (found.size() > 0) {
            long next = found.remove();
            int at = (int) next;
            if (isFree(at, n)) {
                Arrays.fill(taken, at, at + n, (int) (next >>> 32));
                spans[at] = n;
            }
        }
    }

    /** Pieces taken in this pass are of the same length, so an overlap shows at one of the two ends. */
    private boolean isFree(int at, int n) {
        return taken[at] == FREE && taken[at + n - 1] == FREE;
    }

    private void emit(int length, int chars, PieceSink sink) {
        int unknownFrom = FREE;
        for (int i = 0; i < length; i += Math.max(1, spans[i])) {
            if (spans[i] > 0) {
                emitUnknown(unknownFrom, i, sink);
                unknownFrom = FREE;
                sink.add(taken[i], i, Math.min(chars, i + spans[i]));
            } else if (unknownFrom == FREE && i < chars) {
                unknownFrom = i;
            }
        }
        emitUnknown(unknownFrom, chars, sink);
    }

    private void emitUnknown(int from, int to, PieceSink sink) {
        if (from != FREE && unknown != SubwordModel.UNKNOWN) {
            sink.add(unknown, from, to);
        }
    }
}
