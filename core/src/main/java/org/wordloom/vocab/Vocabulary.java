package org.wordloom.vocab;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * A frozen vocabulary: words with 64-bit counts, numbered by (count descending, word by code points). Compact: the
 * UTF-8 bytes of all words in one array, 12 bytes a word beside them, and a hash table of 12 to 24 bytes a word. Immutable
 * and safe to share between threads.
 */
public final class Vocabulary {
    /** What {@link #id} gives for a word that is not in the vocabulary. */
    public static final int UNKNOWN = -1;

    private static final int MAX_SLOTS = 1 << 30;
    /** Bytes of a word that a message shows. */
    private static final int MOST_QUOTED = 60;
    /** Three quarters of the slots: beyond that look-ups become slow, and with no empty slot endless. */
    private static final int MAX_WORDS = MAX_SLOTS - (MAX_SLOTS >> 2);

    private final byte[] utf8;
    private final int[] starts;
    private final long[] counts;
    private final long totalCount;
    /**
     * A slot holds the low half of the word's hash (high 32 bits) and its id plus one; 0 is an empty slot. Null until
     * the first look-up in a vocabulary that was made {@link #ofDistinct}.
     */
    private volatile long[] slots;

    /**
     * A vocabulary that can be looked up at once.
     *
     * @param utf8 the words' UTF-8 bytes, one after another in the order of the ids
     * @param starts where each word begins in {@code utf8}; one more than there are words, the last the end
     * @param counts how often each word occurs
     */
    public Vocabulary(byte[] utf8, int[] starts, long[] counts) {
        this(utf8, starts, counts, null);
        slots = table();
    }

    /** @param table the hash table; null to make it later */
    private Vocabulary(byte[] utf8, int[] starts, long[] counts, long[] table) {
        if (starts.length != counts.length + 1 || starts[counts.length] > utf8.length) {
            throw new IllegalArgumentException(
                    starts.length + " starts do not fit " + counts.length + " counts and " + utf8.length + " bytes");
        }
        this.utf8 = utf8;
        this.starts = starts;
        this.counts = counts;
        this.totalCount = Arrays.stream(counts).sum();
        this.slots = table;
    }

    /**
     * The same of words that are known to differ: the hash table is made when the first word is looked up, so that a
     * driver that only hands a vocabulary on never has one.
     */
    public static Vocabulary ofDistinct(byte[] utf8, int[] starts, long[] counts) {
        return new Vocabulary(utf8, starts, counts, null);
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
        long[] table = slots;
        if (table == null) {
            table = tableMade();
        }
        long tag = WordHash.of(bytes, from, to) << 32;
        int mask = table.length - 1;
        int slot = (int) (tag >>> 32) & mask;
        for (long entry = table[slot]; entry != 0; entry = table[slot]) {
            // The tag spares reading the words of other slots, each a likely cache miss.
            if ((entry ^ tag) >>> 32 == 0) {
                int id = (int) entry - 1;
                if (WordHash.equal(utf8, starts[id], starts[id + 1], bytes, from, to)) {
                    return id;
                }
            }
            slot = (slot + 1) & mask;
        }
        return UNKNOWN;
    }

    /** Where word {@code id} begins in the concatenated UTF-8 bytes; {@code start(size())} is the end. */
    public int start(int id) {
        return starts[id];
    }

    /** The concatenated UTF-8 bytes of all words. The caller must not change them. */
    public byte[] utf8() {
        return utf8;
    }

    private synchronized long[] tableMade() {
        if (slots == null) {
            slots = table();
        }
        return slots;
    }

    private long[] table() {
        long[] table = new long[slotsFor(counts.length)];
        for (int id = 0; id < counts.length; id++) {
            insert(id, table);
        }
        return table;
    }

    private void insert(int id, long[] table) {
        long tag = WordHash.of(utf8, starts[id], starts[id + 1]) << 32;
        int mask = table.length - 1;
        int slot = (int) (tag >>> 32) & mask;
        for (long entry = table[slot]; entry != 0; entry = table[slot]) {
            int other = (int) entry - 1;
            if (WordHash.equal(utf8, starts[id], starts[id + 1], utf8, starts[other], starts[other + 1])) {
                throw new IllegalArgumentException(
                        "the word '" + beginning(id) + "' occurs twice, as ids " + other + " and " + id);
            }
            slot = (slot + 1) & mask;
        }
        table[slot] = tag | (id + 1);
    }

    /** A word may have gigabytes, and a message of them helps nobody. */
    private String beginning(int id) {
        int length = starts[id + 1] - starts[id];
        return length <= MOST_QUOTED
                ? word(id)
                : new String(utf8, starts[id], MOST_QUOTED, StandardCharsets.UTF_8) + "…";
    }

    /** A power of two, so that a third to two thirds of the slots are empty. */
    private static int slotsFor(int words) {
        if (words > MAX_WORDS) {
            throw WordList.tooMuch("a vocabulary of " + words + " words, more than " + MAX_WORDS + ",");
        }
        long atLeast = Math.max(1, words + ((long) words >> 1));
        return (int) Math.min(MAX_SLOTS, Long.highestOneBit(atLeast) * 2);
    }
}
