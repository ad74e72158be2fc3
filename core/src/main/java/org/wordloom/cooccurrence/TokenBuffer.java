package org.wordloom.cooccurrence;

import java.util.Arrays;

/**
 * Tokens that wait to be counted together, with an index of where each word stands. Sequences are separated by
 * {@link #END}, which also stands before the first and after the last token, so that a walk to either side stops by
 * itself. When a sequence goes on in the next filling, its last tokens are carried over as context: pairs among them were
 * counted already.
 */
final class TokenBuffer {
    static final int END = -1;

    /** A token's place in the sequences and its place in the index. */
    static final int BYTES_PER_TOKEN = 2 * Integer.BYTES;

    /** Places beyond those of tokens and rows: ends of the index, and the end of the last sequence. */
    private static final long FIXED_PLACES = 4;

    private final int capacity;
    private final int window;
    private int[] tokens;
    private int used = 1;
    /** Tokens below this place were carried over. */
    private int carriedEnd = 1;

    /** The places of row r's tokens are {@code places[starts[r]]} up to {@code starts[r + 1]}. */
    private final int[] starts;

    private int[] places = new int[0];

    /** @param capacity tokens and ends of sequences that a filling holds, more than the window */
    TokenBuffer(int rows, int window, int capacity) {
        this.capacity = capacity;
        this.window = window;
        this.starts = new int[rows + 2];
        this.tokens = new int[Math.min(capacity, 1 << 16) + 1];
        this.tokens[0] = END;
    }

    static long memoryBytes(int rows) {
        return Integer.BYTES * (rows + FIXED_PLACES);
    }

    /** Adds tokens of the open sequence until the buffer is full; gives how many. */
    int add(int[] ids, int from, int to) {
        int n = Math.min(to - from, capacity - used);
        if (used + n >= tokens.length) {
            grow(used + n + 1L);
        }
        System.arraycopy(ids, from, tokens, used, n);
        used += n;
        return n;
    }

    /** Ends the open sequence, if it has tokens; the buffer must not be full. */
    void endSequence() {
        if (tokens[used - 1] != END) {
            if (used + 1 >= tokens.length) {
                grow(used + 2L);
            }
            tokens[used++] = END;
        }
    }

    boolean full() {
        return used >= capacity;
    }

    int carriedEnd() {
        return carriedEnd;
    }

    /** The tokens by place. */
    int[] tokens() {
        return tokens;
    }

    int[] places() {
        return places;
    }

    int start(int row) {
        return starts[row];
    }

    int end(int row) {
        return starts[row + 1];
    }

    /** Sorts the places by the word that stands there; places of one word ascend. */
    void index() {
        tokens[used] = END;
        if (places.length < used) {
            places = new int[used];
        }
        Arrays.fill(starts, 0);
        // Two places up, so that filling moves each start to where it belongs.
        for (int place = 1; place < used; place++) {
            if (tokens[place] != END) {
                starts[tokens[place] + 2]++;
            }
        }
        for (int row = 2; row < starts.length; row++) {
            starts[row] += starts[row - 1];
        }
        for (int place = 1; place < used; place++) {
            if (tokens[place] != END) {
                places[starts[tokens[place] + 1]++] = place;
            }
        }
    }

    /** Empties the buffer but for the end of the open sequence, which is context for what follows. */
    void carry() {
        int from = used;
        while (from > used - window && tokens[from - 1] != END) {
            from--;
        }
        System.arraycopy(tokens, from, tokens, 1, used - from);
        used = 1 + used - from;
        carriedEnd = used;
    }

    /** What the arrays take. */
    long memoryBytes() {
        return Integer.BYTES * ((long) tokens.length + starts.length + places.length);
    }

    private void grow(long atLeast) {
        long doubled = Math.max(atLeast, 2L * tokens.length);
        tokens = Arrays.copyOf(tokens, (int) Math.min(capacity + 1L, doubled));
    }
}
