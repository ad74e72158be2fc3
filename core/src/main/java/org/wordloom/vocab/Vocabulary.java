package org.wordloom.vocab;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * A frozen vocabulary: words with 64-bit counts, numbered by (count descending, word by code points). Compact: the
 * UTF-8 bytes of all words in one array, plus 16 to 24 bytes a word. Immutable and safe to share between threads.
 */
public final class Vocabulary {
    /** What {@link #id} gives for a word that is not in the vocabulary. */
    public static final int UNKNOWN = -1;

    private final byte[] utf8;
    private final int[] starts;
    private final long[] counts;
    private final long totalCount;
    private final int[] slots;

    /**
     * @param utf8 the words' UTF-8 bytes, one after another in the order of the ids
     * @param starts where each word begins in {@code utf8}; one more than there are words, the last the end
     * @param counts how often each word occurs
     */
    public Vocabulary(byte[] utf8, int[] starts, long[] counts) {
        if (starts.length != counts.length + 1 || starts[counts.length] > utf8.length) {
            throw new IllegalArgumentException(
                    starts.length + " starts do not fit " + counts.length + " counts and " + utf8.length + " bytes");
        }
        this.utf8 = utf8;
        this.starts = starts;
        this.counts = counts;
        this.totalCount = Arrays.stream(counts).sum();
        this.slots = new int[Integer.highestOneBit(Math.max(1, counts.length)) << 2];
        Arrays.fill(slots, UNKNOWN);
        for (int id = 0; id < counts.length; id++) {
            insert(id);
        }
    }

    /** A vocabulary of words whose order is the order of the ids. */
    public static Vocabulary of(String[] words, long[] counts) {
        byte[][] encoded = new byte[words.length][];
        int[] starts = new int[words.length + 1];
        for (int id = 0; id < words.length; id++) {
            encoded[id] = words[id].getBytes(StandardCharsets.UTF_8);
            starts[id + 1] = Math.addExact(starts[id], encoded[id].length);
        }
        byte[] utf8 = new byte[starts[words.length]];
        for (int id = 0; id < words.length; id++) {
            System.arraycopy(encoded[id], 0, utf8, starts[id], encoded[id].length);
        }
        return new Vocabulary(utf8, starts, counts.clone());
    }

    public int size() {
        return counts.length;
    }

    public String word(int id) {
        return new String(utf8, starts[id], starts[id + 1] - starts[id], StandardCharsets.UTF_8);
    }

    public long count(int id) {
        return counts[id];
    }

    /** A copy of all counts, by id. */
    public long[] counts() {
        return counts.clone();
    }

    /** The sum of the counts of all words of the vocabulary. */
    public long totalCount() {
        return totalCount;
    }

    public int id(String word) {
        byte[] bytes = word.getBytes(StandardCharsets.UTF_8);
        return id(bytes, 0, bytes.length);
    }

    /** The id of the word whose UTF-8 bytes are {@code bytes[from, to)}, or {@link #UNKNOWN}. Allocates nothing. */
    public int id(byte[] bytes, int from, int to) {
        int mask = slots.length - 1;
        for (int slot = hash(bytes, from, to) & mask; ; slot = (slot + 1) & mask) {
            int id = slots[slot];
            if (id == UNKNOWN || Arrays.equals(utf8, starts[id], starts[id + 1], bytes, from, to)) {
                return id;
            }
        }
    }

    /** Where word {@code id} begins in the concatenated UTF-8 bytes; {@code start(size())} is the end. */
    public int start(int id) {
        return starts[id];
    }

    /** The concatenated UTF-8 bytes of all words. The caller must not change them. */
    public byte[] utf8() {
        return utf8;
    }

    private void insert(int id) {
        int mask = slots.length - 1;
        int slot = hash(utf8, starts[id], starts[id + 1]) & mask;
        while (slots[slot] != UNKNOWN) {
            int other = slots[slot];
            if (Arrays.equals(utf8, starts[id], starts[id + 1], utf8, starts[other], starts[other + 1])) {
                throw new IllegalArgumentException(
                        "the word '" + word(id) + "' occurs twice, as ids " + other + " and " + id);
            }
            slot = (slot + 1) & mask;
        }
        slots[slot] = id;
    }

    private static int hash(byte[] bytes, int from, int to) {
        int hash = 0x811C9DC5;
        for (int i = from; i < to; i++) {
            hash = (hash ^ bytes[i]) * 0x01000193;
        }
        return hash ^ (hash >>> 15);
    }
}
