package org.wordloom.text;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.BitSet;

/**
 * A set of byte strings, each with a number, as a double array (Aoe, "An efficient digital search algorithm by using a
 * double-array structure", 1989): from state s the byte b leads to t = base[s] + b if check[t] = s. The end of a string is
 * a transition by 0, which no string holds. Immutable and safe to share between threads.
 */
final class WordTrie {
    static final int ROOT = 0;
    static final int NONE = -1;

    private static final int SYMBOLS = 256;

    private int[] base = new int[1024];
    private int[] check = new int[1024];

    /** @param words sorted by unsigned bytes, without duplicates, empty words and zero bytes; their index is their number */
    WordTrie(byte[][] words) {
        Arrays.fill(check, NONE);
        new Builder(words).build();
    }

    /** The state that byte {@code b} leads to from {@code state}, or {@link #NONE}. */
    int next(int state, byte b) {
        int next = base[state] + (b & 0xFF);
        return next < check.length && check[next] == state ? next : NONE;
    }

    /** The number of the word that ends in {@code state}, or {@link #NONE}. */
    int word(int state) {
        int end = next(state, (byte) 0);
        return end == NONE ? NONE : base[end];
    }

    /** The words {@code [from, to)} share their first {@code depth} bytes, which lead to {@code state}. */
    private record Node(int state, int from, int to, int depth) {}

    /** Places the transitions of one state after the other, breadth first, at the first offset where all fit. */
    private final class Builder {
        /** After so many gaps that are too narrow, a state goes to the end: a little memory for much time. */
        private static final int MAX_TRIES = 64;

        private final byte[][] words;
        private final ArrayDeque<Node> open = new ArrayDeque<>();
        private final BitSet used = new BitSet();
        private final int[] symbols = new int[SYMBOLS];
        private final int[] ends = new int[SYMBOLS];
        private int firstGap = 1;

        Builder(byte[][] words) {
            this.words = words;
        }

        void build() {
            used.set(ROOT);
            open.add(new Node(ROOT, 0, words.length, 0));
            while (!open.isEmpty()) {
                place(open.remove());
            }
            base = Arrays.copyOf(base, used.length());
            check = Arrays.copyOf(check, used.length());
        }

        private void place(Node node) {
            int n = listChildren(node);
            if (n == 0) {
                return;
            }
            int offset = findOffset(n);
            base[node.state] = offset;
            for (int i = 0; i < n; i++) {
                int child = offset + symbols[i];
                used.set(child);
                check[child] = node.state;
                int from = i == 0 ? node.from : ends[i - 1];
                if (symbols[i] == 0) {
                    base[child] = from;
                } else {
                    open.add(new Node(child, from, ends[i], node.depth + 1));
                }
            }
        }

        /** Fills {@code symbols} with the different next bytes and {@code ends} with where their words end. */
        private int listChildren(Node node) {
            int n = 0;
            for (int word = node.from; word < node.to; word++) {
                int symbol = node.depth < words[word].length ? words[word][node.depth] & 0xFF : 0;
                if (n == 0 || symbols[n - 1] != symbol) {
                    symbols[n++] = symbol;
                }
                ends[n - 1] = word + 1;
            }
            return n;
        }

        private int findOffset(int n) {
            firstGap = used.nextClearBit(firstGap);
            int position = Math.max(firstGap, symbols[0] + 1);
            for (int tried = 0; ; tried++) {
                position = tried < MAX_TRIES ? used.nextClearBit(position) : Math.max(position, used.length());
                int offset = position - symbols[0];
                if (fits(offset, n)) {
                    reserve(offset + SYMBOLS);
                    return offset;
                }
                position++;
            }
        }

        private boolean fits(int offset, int n) {
            for (int i = 1; i < n; i++) {
                if (used.get(offset + symbols[i])) {
                    return false;
                }
            }
            return true;
        }

        private void reserve(int length) {
            if (length > base.length) {
                int old = base.length;
                base = Arrays.copyOf(base, Math.max(length, 2 * old));
                check = Arrays.copyOf(check, base.length);
                Arrays.fill(check, old, check.length, NONE);
            }
        }
    }
}
