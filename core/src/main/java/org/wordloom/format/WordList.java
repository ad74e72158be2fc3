package org.wordloom.format;

import java.util.Arrays;
import org.wordloom.vocab.Vocabulary;

/** Collects words as they are read: grows with what is there, never with what a header claims. */
final class WordList {
    private byte[] utf8 = new byte[1 << 12];
    private int[] starts = new int[1 << 8];
    private long[] counts = new long[1 << 8];
    private int size;

    int size() {
        return size;
    }

    /** Adds the word {@code bytes[from, to)}; {@code input} names the file when all words together exceed 2 GB. */
    void add(byte[] bytes, int from, int to, long count, FormatInput input) {
        long end = (long) starts[size] + to - from;
        if (end > Integer.MAX_VALUE - 8) {
            throw input.damaged("at most 2 GB of words", "more");
        }
        if (end > utf8.length) {
            utf8 = Arrays.copyOf(utf8, (int) Math.min(Integer.MAX_VALUE - 8, Math.max(end, 2L * utf8.length)));
        }
        if (size + 2 > starts.length) {
            starts = Arrays.copyOf(starts, 2 * starts.length);
            counts = Arrays.copyOf(counts, 2 * counts.length);
        }
        System.arraycopy(bytes, from, utf8, starts[size], to - from);
        counts[size] = count;
        size++;
        starts[size] = (int) end;
    }

    /** The vocabulary; {@code input} names the file when a word occurs twice. */
    Vocabulary toVocabulary(FormatInput input) {
        try {
            return new Vocabulary(
                    Arrays.copyOf(utf8, starts[size]), Arrays.copyOf(starts, size + 1), Arrays.copyOf(counts, size));
        } catch (IllegalArgumentException e) {
            throw input.damaged("every word once", e.getMessage());
        }
    }
}
