package org.wordloom.vocab;

import java.util.Arrays;
import org.wordloom.base.ExitCode;
import org.wordloom.base.WordloomException;

/** Words with counts in a few primitive arrays: all bytes in one arena, no object for a word. Only grows. */
final class WordList {
    private static final int MAX_ARRAY = Integer.MAX_VALUE - 8;

    private byte[] arena;
    private int[] starts;
    private long[] counts;
    private int size;

    WordList(int words, int bytes) {
        arena = new byte[bytes];
        starts = new int[words + 1];
        counts = new long[words];
    }

    int size() {
        return size;
    }

    byte[] arena() {
        return arena;
    }

    int start(int word) {
        return starts[word];
    }

    int end(int word) {
        return starts[word + 1];
    }

    int length(int word) {
        return starts[word + 1] - starts[word];
    }

    long count(int word) {
        return counts[word];
    }

    void addCount(int word, long more) {
        counts[word] += more;
    }

    /** Appends a word that is not in the list yet and returns its number. */
    int append(byte[] bytes, int from, int to, long count) {
        int start = starts[size];
        reserve(start + (long) (to - from));
        System.arraycopy(bytes, from, arena, start, to - from);
        counts[size] = count;
        starts[size + 1] = start + to - from;
        return size++;
    }

    /** By unsigned bytes, which for UTF-8 is the order of the code points. */
    int compareWords(int a, int b) {
        return Arrays.compareUnsigned(arena, starts[a], starts[a + 1], arena, starts[b], starts[b + 1]);
    }

    /** The words by their numbers. */
    Vocabulary toVocabulary() {
        return new Vocabulary(
                Arrays.copyOf(arena, starts[size]), Arrays.copyOf(starts, size + 1), Arrays.copyOf(counts, size));
    }

    /** The bytes that {@link #write} writes for a word. */
    int packedBytes(int word) {
        return PackedWords.packedBytes(length(word), counts[word]);
    }

    /** Writes a word for {@link PackedWords} to {@code target} and returns the position after it. */
    int write(byte[] target, int at, int word) {
        return PackedWords.write(target, at, arena, starts[word], starts[word + 1], counts[word]);
    }

    /** All words, for {@link PackedWords}. */
    byte[] toPacked() {
        long bytes = 0;
        for (int word = 0; word < size; word++) {
            bytes += packedBytes(word);
        }
        byte[] packed = new byte[PackedWords.arrayLength(bytes)];
        int position = 0;
        for (int word = 0; word < size; word++) {
            position = write(packed, position, word);
        }
        return packed;
    }

    long memoryBytes() {
        return arena.length + (long) Integer.BYTES * starts.length + (long) Long.BYTES * counts.length;
    }

    private void reserve(long bytes) {
        if (bytes > MAX_ARRAY) {
            throw tooMuch("the distinct words have more than 2 GiB of text");
        }
        if (bytes > arena.length) {
            arena = Arrays.copyOf(arena, grown(arena.length, (int) bytes));
        }
        if (size == counts.length) {
            if (size == MAX_ARRAY - 1) {
                throw tooMuch("there are more than 2^31 distinct words");
            }
            int capacity = Math.min(grown(size, size + 1), MAX_ARRAY - 1);
            counts = Arrays.copyOf(counts, capacity);
            starts = Arrays.copyOf(starts, capacity + 1);
        }
    }

    /** Half as long again. In long from the start: the half of 1.5 billion is too much for an int. */
    static int grown(int length, int needed) {
        return (int) Math.min(MAX_ARRAY, Math.max(needed, 16L + length + (length >> 1)));
    }

    static WordloomException tooMuch(String what) {
        return new WordloomException(
                ExitCode.ENVIRONMENT, what + " in one table; count with more partitions or a larger --min-count");
    }
}
