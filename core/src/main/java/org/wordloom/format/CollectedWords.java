package org.wordloom.format;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.function.IntFunction;
import org.wordloom.base.WordloomException;
import org.wordloom.format.tokenizer.Excerpt;
import org.wordloom.vocab.Vocabulary;

/** Collects words as they are read: grows with what is there, never with what a header claims. */
final class CollectedWords {
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

    /**
     * The vocabulary of all words.
     *
     * @param place says where the word of an id stands, for the error when a word occurs twice
     */
    Vocabulary toVocabulary(FormatInput input, IntFunction<String> place) {
        try {
            return new Vocabulary(
                    Arrays.copyOf(utf8, starts[size]), Arrays.copyOf(starts, size + 1), Arrays.copyOf(counts, size));
        } catch (IllegalArgumentException e) {
            throw duplicate(input, place, e);
        }
    }

    private WordloomException duplicate(FormatInput input, IntFunction<String> place, IllegalArgumentException cause) {
        Map<String, Integer> seen = new HashMap<>();
        for (int id = 0; id < size; id++) {
            String word = new String(utf8, starts[id], starts[id + 1] - starts[id], StandardCharsets.ISO_8859_1);
            Integer first = seen.putIfAbsent(word, id);
            if (first != null) {
                String text = new String(word.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
                return input.damagedAt(
                        place.apply(id),
                        "every word once",
                        "'" + Excerpt.of(text) + "' again, after " + place.apply(first));
            }
        }
        throw cause;
    }
}
