package org.wordloom.tokenizer.unigram;

import java.util.Arrays;
import org.wordloom.tokenizer.SubwordModel;
import org.wordloom.tokenizer.trie.DoubleArray;

/** All pieces at all places of a text: edges between positions, listed by where they end. */
final class PieceLattice {
    private final UnigramModel model;
    private final byte[] utf8;
    private final int from;
    private final int length;

    /** Edges in the order in which they begin; then {@link #order} lists them by where they end. */
    private int[] starts = new int[64];

    private int[] ends = new int[64];
    private int[] pieces = new int[64];
    private int size;
    private final int[] firstEndingAt;
    private final int[] order;

    PieceLattice(UnigramModel model, byte[] utf8, int from, int to) {
        this.model = model;
        this.utf8 = utf8;
        this.from = from;
        this.length = to - from;
        for (int i = 0; i < length; i += addEdges(i)) {}
        this.firstEndingAt = new int[length + 2];
        this.order = new int[size];
        sortByEnd();
    }

    /** Bytes of the text. */
    int length() {
        return length;
    }

    /** The first of the edges that end at a position, by number in their order; it ends with the next position's first. */
    int firstEndingAt(int position) {
        return firstEndingAt[position];
    }

    /** The position where an edge begins. */
    int start(int number) {
        return starts[order[number]];
    }

    int end(int number) {
        return ends[order[number]];
    }

    /** The edge's piece, or {@link SubwordModel#UNKNOWN}. */
    int piece(int number) {
        return pieces[order[number]];
    }

    double score(int number) {
        int piece = piece(number);
        return piece == SubwordModel.UNKNOWN
                ? model.paths().unknown()
                : model.paths().byId()[piece];
    }

    private int addEdges(int at) {
        int characterEnd = Math.min(length, at + ViterbiEncoder.characterLength(utf8[from + at]));
        int[] units = model.paths().trie().units();
        int base = model.paths().trie().rootBase();
        boolean whole = false;
        for (int k = at; k < length; k++) {
            int label = utf8[from + k] & 0xFF;
            int place = base ^ label;
            if (!DoubleArray.isLabelled(units[place], label)) {
                break;
            }
            base = place ^ DoubleArray.offset(units[place]);
            if (DoubleArray.hasValue(units[place])) {
                add(at, k + 1, DoubleArray.value(units[base]));
                whole |= k + 1 == characterEnd;
            }
        }
        if (!whole) {
            add(at, characterEnd, SubwordModel.UNKNOWN);
        }
        return characterEnd - at;
    }

    private void add(int start, int end, int piece) {
        if (size == starts.length) {
            starts = Arrays.copyOf(starts, size * 2);
            ends = Arrays.copyOf(ends, size * 2);
            pieces = Arrays.copyOf(pieces, size * 2);
        }
        starts[size] = start;
        ends[size] = end;
        pieces[size++] = piece;
    }

    private void sortByEnd() {
        for (int i = 0; i < size; i++) {
            firstEndingAt[ends[i] + 1]++;
        }
        for (int i = 1; i < firstEndingAt.length; i++) {
            firstEndingAt[i] += firstEndingAt[i - 1];
        }
        int[] next = firstEndingAt.clone();
        for (int i = 0; i < size; i++) {
            order[next[ends[i]]++] = i;
        }
    }
}
