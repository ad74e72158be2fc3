package org.wordloom.tokenizer.merging;

/** Replaces a pair in sequences, from left to right, and notes the neighbours. One for each thread. */
final class SequenceMerger {
    private final Neighbours before = new Neighbours();
    private final Neighbours after = new Neighbours();
    private long merged;

    /** The pieces that stood before the pair: a merged pair directly before it is there as the new piece. */
    Neighbours before() {
        return before;
    }

    /** The pieces that stood after the pair, none of them merged yet. */
    Neighbours after() {
        return after;
    }

    /** How often the pair was merged, times the counts of the sequences. */
    long merged() {
        return merged;
    }

    /** Makes room for neighbours below {@code pieces}. */
    void reserve(int pieces) {
        before.reserve(pieces);
        after.reserve(pieces);
    }

    /** Replaces the pair in {@code where[from, to)}. */
    void merge(int[] slots, int[] where, int from, int to, int left, int right, int piece) {
        for (int i = from; i < to; i++) {
            mergeOne(slots, where[i], left, right, piece);
        }
    }

    void clear() {
        before.clear();
        after.clear();
        merged = 0;
    }

    /** Reads the sequence to its first occurrence, then writes what remains after it. Allocates nothing. */
    private void mergeOne(int[] slots, int sequence, int left, int right, int piece) {
        int at = sequence + PieceSequences.HEADER;
        while (slots[at] >= 0 && (slots[at] != left || slots[at + 1] != right)) {
            at++;
        }
        if (slots[at] < 0) {
            return; // the pair was here, until another merge took one of its pieces
        }
        long count = PieceSequences.count(slots, sequence);
        int previous = at == sequence + PieceSequences.HEADER ? PieceSequences.END : slots[at - 1];
        int to = at;
        for (int current = slots[at]; current >= 0; current = slots[at]) {
            if (current == left && slots[at + 1] == right) {
                note(previous, slots[at + 2], count, sequence);
                current = piece;
                at++;
            }
            slots[to++] = current;
            previous = current;
            at++;
        }
        while (to < at) {
            slots[to++] = PieceSequences.END;
        }
    }

    private void note(int previous, int next, long count, int sequence) {
        merged += count;
        if (previous >= 0) {
            before.add(previous, count, sequence);
        }
        if (next >= 0) {
            after.add(next, count, sequence);
        }
    }
}
