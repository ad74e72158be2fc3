package org.wordloom.tokenizer;

import java.util.Arrays;

/**
 * Pieces by id and ids by piece, the look-up without allocation. Ids without a piece (null) are allowed. Immutable and
 * safe to share between threads.
 */
public final class PieceTable {
    private static final int MAX_PIECES = 1 << 28;

    private final String[] pieces;
    /** A slot holds the piece's hash (high 32 bits) and its id plus one; 0 is an empty slot. */
    private final long[] slots;

    /**
     * A table whose ids are the places in {@code pieces}.
     *
     * @throws IllegalArgumentException if a piece occurs twice
     */
    public static PieceTable of(String[] pieces) {
        return new PieceTable(pieces.clone());
    }

    private PieceTable(String[] pieces) {
        if (pieces.length > MAX_PIECES) {
            throw new IllegalArgumentException(pieces.length + " pieces, more than " + MAX_PIECES);
        }
        this.pieces = pieces;
        this.slots = new long[Integer.highestOneBit(Math.max(1, pieces.length)) * 4];
        for (int id = 0; id < pieces.length; id++) {
            if (pieces[id] != null) {
                insert(id);
            }
        }
    }

    /** The number of ids, those without a piece counted too. */
    public int size() {
        return pieces.length;
    }

    /** The piece, or null when {@code id} has none or is out of range. */
    public String piece(int id) {
        return id >= 0 && id < pieces.length ? pieces[id] : null;
    }

    /** A copy of all pieces, by id; null where an id has no piece. */
    public String[] pieces() {
        return pieces.clone();
    }

    /** The id of the piece {@code text[from, to)}, or {@link SubwordModel#UNKNOWN}. */
    public int id(char[] text, int from, int to) {
        int hash = TextHash.of(text, from, to);
        int mask = slots.length - 1;
        int slot = TextHash.slot(hash, mask);
        for (long entry = slots[slot]; entry != 0; entry = slots[slot]) {
            if ((int) (entry >>> 32) == hash && equal(pieces[(int) entry - 1], text, from, to)) {
                return (int) entry - 1;
            }
            slot = (slot + 1) & mask;
        }
        return SubwordModel.UNKNOWN;
    }

    /** The id of {@code piece}, or {@link SubwordModel#UNKNOWN}. */
    public int id(CharSequence piece) {
        String text = piece.toString();
        int hash = TextHash.of(text);
        int mask = slots.length - 1;
        int slot = TextHash.slot(hash, mask);
        for (long entry = slots[slot]; entry != 0; entry = slots[slot]) {
            if ((int) (entry >>> 32) == hash && pieces[(int) entry - 1].equals(text)) {
                return (int) entry - 1;
            }
            slot = (slot + 1) & mask;
        }
        return SubwordModel.UNKNOWN;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof PieceTable table && Arrays.equals(pieces, table.pieces);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(pieces);
    }

    private void insert(int id) {
        int known = id(pieces[id]);
        if (known >= 0) {
            throw new IllegalArgumentException(
                    "the piece '" + pieces[id] + "' occurs twice, as ids " + known + " and " + id);
        }
        int hash = TextHash.of(pieces[id]);
        int mask = slots.length - 1;
        int slot = TextHash.slot(hash, mask);
        while (slots[slot] != 0) {
            slot = (slot + 1) & mask;
        }
        slots[slot] = ((long) hash << 32) | (id + 1);
    }

    private static boolean equal(String piece, char[] text, int from, int to) {
        if (piece.length() != to - from) {
            return false;
        }
        for (int i = from; i < to; i++) {
            if (piece.charAt(i - from) != text[i]) {
                return false;
            }
        }
        return true;
    }
}
