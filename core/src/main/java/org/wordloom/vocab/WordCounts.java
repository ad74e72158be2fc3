package org.wordloom.vocab;

import org.wordloom.base.ExitCode;
import org.wordloom.base.WordloomException;

/**
 * Counts words: a hash table with open addressing over one growing array of the words' bytes, 64-bit counts, no object
 * for a word. Merging is associative and commutative in what it leads to: {@link #toVocabulary} and {@link #keptPacked}
 * do not depend on the order of counting; {@link #toPacked} does only in the order of its records. Holds at most 2 GiB of
 * distinct words' bytes. Not safe for use by several threads.
 */
public final class WordCounts {
    private static final int MAX_SLOTS = 1 << 30;
    private static final int INITIAL_SLOTS = 1 << 10;

    private final WordList words = new WordList(512, 4096);
    /** A slot holds the low half of the word's hash (high 32 bits) and its number plus one; 0 is an empty slot. */
    private long[] slots = new long[INITIAL_SLOTS];

    private long totalCount;

    /** Counts the word {@code bytes[from, to)} once more. */
    public void add(byte[] bytes, int from, int to) {
        add(bytes, from, to, 1);
    }

    /**
     * Counts the word {@code bytes[from, to)} {@code n} more times.
     *
     * @throws WordloomException INPUT when all words together were then counted 2^63 times or more
     */
    public void add(byte[] bytes, int from, int to, long n) {
        addToTotal(n);
        long tag = tag(bytes, from, to);
        int slot = slot(tag, bytes, from, to);
        if (slots[slot] == 0) {
            append(slot, tag, bytes, from, to, n);
        } else {
            words.addCount((int) slots[slot] - 1, n);
        }
    }

    /** Counts the word {@code bytes[from, to)} {@code n} times unless it was counted before. Errors as in {@link #add}. */
    void addIfAbsent(byte[] bytes, int from, int to, long n) {
        long tag = tag(bytes, from, to);
        int slot = slot(tag, bytes, from, to);
        if (slots[slot] == 0) {
            addToTotal(n);
            append(slot, tag, bytes, from, to, n);
        }
    }

    private void addToTotal(long n) {
        totalCount += n;
        if (totalCount < 0) {
            throw new WordloomException(
                    ExitCode.INPUT, "the counts of words add up to 2^63 or more; divide all counts by the same number");
        }
    }

    private void append(int slot, long tag, byte[] bytes, int from, int to, long n) {
        slots[slot] = tag | (words.append(bytes, from, to, n) + 1);
        if (words.size() > slots.length - (slots.length >> 2)) {
            grow();
        }
    }

    /** Adds all counts of {@code other} to these. */
    public WordCounts merge(WordCounts other) {
        for (int word = 0; word < other.words.size(); word++) {
            add(other.words.arena(), other.words.start(word), other.words.end(word), other.words.count(word));
        }
        return this;
    }

    /** How many distinct words were counted. */
    public int size() {
        return words.size();
    }

    /** The sum of all counts. */
    public long totalCount() {
        return totalCount;
    }

    /** How often the word {@code bytes[from, to)} was counted. */
    public long count(byte[] bytes, int from, int to) {
        long entry = slots[slot(tag(bytes, from, to), bytes, from, to)];
        return entry == 0 ? 0 : words.count((int) entry - 1);
    }

    private static long tag(byte[] bytes, int from, int to) {
        return WordHash.of(bytes, from, to) << 32;
    }

    /** The slot of a word, or the empty one where it would go. */
    private int slot(long tag, byte[] bytes, int from, int to) {
        int mask = slots.length - 1;
        int slot = (int) (tag >>> 32) & mask;
        for (long entry = slots[slot]; entry != 0; entry = slots[slot]) {
            int word = (int) entry - 1;
            // The tag spares reading the words of other slots, each a likely cache miss.
            if ((entry ^ tag) >>> 32 == 0
                    && WordHash.equal(words.arena(), words.start(word), words.end(word), bytes, from, to)) {
                break;
            }
            slot = (slot + 1) & mask;
        }
        return slot;
    }

    /** The memory that the table holds, in bytes; {@link #toPacked} needs less than that for its result. */
    public long memoryBytes() {
        return words.memoryBytes() + (long) Long.BYTES * slots.length;
    }

    /**
     * All words and counts as bytes, split by a hash of the word that is the same on every machine.
     *
     * @return {@code partitions} arrays for {@link #addPacked}, some of which may be empty
     */
    public byte[][] toPacked(int partitions) {
        long[] sizes = new long[partitions];
        for (int word = 0; word < words.size(); word++) {
            sizes[partition(word, partitions)] += words.packedBytes(word);
        }
        byte[][] packed = new byte[partitions][];
        for (int partition = 0; partition < partitions; partition++) {
            packed[partition] = new byte[PackedWords.arrayLength(sizes[partition])];
        }
        int[] positions = new int[partitions];
        for (int word = 0; word < words.size(); word++) {
            int partition = partition(word, partitions);
            positions[partition] = words.write(packed[partition], positions[partition], word);
        }
        return packed;
    }

    /** Adds words and counts that {@link #toPacked} or {@link #keptPacked} wrote. */
    public void addPacked(byte[] packed) {
        PackedWords reader = new PackedWords(packed);
        while (reader.next()) {
            add(packed, reader.start(), reader.end(), reader.count());
        }
    }

    /**
     * Only the words that {@code options} keeps, for {@link VocabularyAssembler}. When every word was counted in exactly
     * one of several tables, whatever the whole vocabulary keeps is among what each of them keeps.
     */
    public byte[] keptPacked(VocabularyOptions options) {
        int[] kept = VocabularyDecision.kept(words, options);
        long bytes = 0;
        for (int word : kept) {
            bytes += words.packedBytes(word);
        }
        byte[] packed = new byte[PackedWords.arrayLength(bytes)];
        int position = 0;
        for (int word : kept) {
            position = words.write(packed, position, word);
        }
        return packed;
    }

    /** The words that {@code options} keeps, with ids by count descending, equal counts by code points. */
    public Vocabulary toVocabulary(VocabularyOptions options) {
        return VocabularyDecision.vocabulary(words, options);
    }

    /** All words in the order in which they were first counted, for what does not depend on the order. */
    public Vocabulary toUnorderedVocabulary() {
        return words.toVocabulary();
    }

    private int partition(int word, int partitions) {
        return WordHash.partition(WordHash.of(words.arena(), words.start(word), words.end(word)), partitions);
    }

    /** Doubles the slots; the tags are all that is needed, so the words' bytes are not touched. */
    private void grow() {
        if (slots.length == MAX_SLOTS) {
            throw new WordloomException(
                    ExitCode.ENVIRONMENT,
                    "more than 800 million distinct words in one table; count with more partitions");
        }
        long[] old = slots;
        slots = new long[old.length * 2];
        int mask = slots.length - 1;
        for (long entry : old) {
            if (entry != 0) {
                int slot = (int) (entry >>> 32) & mask;
                while (slots[slot] != 0) {
                    slot = (slot + 1) & mask;
                }
                slots[slot] = entry;
            }
        }
    }
}
