package org.wordloom.tokenizer.unigram;

/**
 * Enumerates the substrings that cannot be made longer to the right without becoming rarer: the inner nodes of the
 * suffix tree (runs of sorted suffixes with a common beginning), and the whole rests of words that occur more than once.
 */
final class SuffixIntervals {
    /** Takes a substring: the first {@code length} characters of the sorted suffixes {@code first} … {@code last}. */
    @FunctionalInterface
    interface Visitor {
        /** @param count how often the substring occurs, by the counts of the segments that it occurs in */
        void visit(int first, int last, int length, long count);
    }

    private final Segments segments;
    private final int[] suffixes;
    private final int longest;
    /** Characters that a suffix shares with the one before it in the order, at most {@link #longest}. */
    private final byte[] shared;

    // The intervals that are open: where they begin, what they share, what they counted so far. Lengths rise.
    private final int[] firsts;
    private final int[] lengths;
    private final long[] counts;
    private int open;

    SuffixIntervals(Segments segments, int[] suffixes, int longest, ParallelChunks parallel) {
        this.segments = segments;
        this.suffixes = suffixes;
        this.longest = longest;
        this.shared = new byte[suffixes.length + 1];
        this.firsts = new int[longest + 2];
        this.lengths = new int[longest + 2];
        this.counts = new long[longest + 2];
        parallel.runRanges(suffixes.length, (from, to) -> compare(Math.max(1, from), to));
    }

    private void compare(int from, int to) {
        char[] text = segments.text();
        for (int i = from; i < to; i++) {
            int a = suffixes[i - 1];
            int b = suffixes[i];
            int length = 0;
            while (length < longest && text[a + length] == text[b + length] && text[a + length] != Segments.END) {
                length++;
            }
            shared[i] = (byte) length;
        }
    }

    /** Visits all substrings of at least two characters that occur at least twice, an inner one before the outer. */
    void forEach(Visitor visitor) {
        open = 0;
        push(0, 0, 0);
        for (int i = 0; i < suffixes.length; i++) {
            long count = segments.countAt(suffixes[i]);
            int before = shared[i];
            int after = shared[i + 1];
            visitLeaf(i, Math.max(before, after), count, visitor);
            if (after > lengths[open - 1]) {
                push(i, after, 0);
            }
            counts[open - 1] += count;
            int first = i;
            while (lengths[open - 1] > after) {
                first = pop(i, visitor);
                if (lengths[open - 1] < after) {
                    push(first, after, counts[open]);
                } else {
                    counts[open - 1] += counts[open];
                }
            }
        }
    }

    private void visitLeaf(int i, int inner, long count, Visitor visitor) {
        if (count >= 2) {
            int length = segments.remaining(suffixes[i], longest);
            if (length > inner && length >= 2) {
                visitor.visit(i, i, length, count);
            }
        }
    }

    private void push(int first, int length, long count) {
        firsts[open] = first;
        lengths[open] = length;
        counts[open++] = count;
    }

    /** Closes the innermost interval at its last suffix; where it began. */
    private int pop(int last, Visitor visitor) {
        open--;
        if (lengths[open] >= 2) {
            visitor.visit(firsts[open], last, lengths[open], counts[open]);
        }
        return firsts[open];
    }
}
