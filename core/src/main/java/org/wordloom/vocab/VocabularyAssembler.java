package org.wordloom.vocab;

import java.util.ArrayList;
import java.util.List;

/**
 * Puts a vocabulary together from what the partitions of a count keep ({@link WordCounts#keptPacked}), each word from one
 * partition only. The parts are in the order of a vocabulary already, so they are merged and not sorted: with words of b
 * bytes the parts take about b + 2 bytes a word and the vocabulary b + 12, which is all that there is at any time (32 for
 * words of 9 bytes). Not safe for use by several threads.
 */
public final class VocabularyAssembler {
    private final List<byte[]> parts = new ArrayList<>();
    private long size;

    /**
     * Adds what one partition keeps. The array belongs to the assembler from now on.
     *
     * @throws IllegalArgumentException if the words are not in the order of a vocabulary
     */
    public VocabularyAssembler add(byte[] packed) {
        PackedWords word = new PackedWords(packed);
        PackedWords before = new PackedWords(packed);
        for (boolean first = true; word.next(); first = false) {
            if (!first && before.next() && PackedWords.compare(before, word) >= 0) {
                throw new IllegalArgumentException("kept words are not in the order of their counts");
            }
            size++;
        }
        parts.add(packed);
        return this;
    }

    /** How many words were added. */
    public long size() {
        return size;
    }

    /**
     * The vocabulary of the words that {@code options} keeps. The parts are released, so this works once.
     *
     * @throws IllegalArgumentException if a word was in two parts with the same count; with others a look-up throws it
     */
    public Vocabulary toVocabulary(VocabularyOptions options) {
        Extent extent = extent(options);
        if (extent.words > Integer.MAX_VALUE - 16 || extent.bytes > Integer.MAX_VALUE - 16) {
            throw WordList.tooMuch(extent.words + " words with " + extent.bytes + " bytes are kept");
        }
        Vocabulary vocabulary = fill((int) extent.words, (int) extent.bytes);
        parts.clear();
        size = 0;
        return vocabulary;
    }

    /** How many words are kept, and how many bytes they have: what was never allocated need not be copied. */
    private Extent extent(VocabularyOptions options) {
        Extent extent = new Extent();
        PackedMerge merge = new PackedMerge(parts);
        boolean bounded = options.maxSize() > 0;
        while ((!bounded || extent.words < options.maxSize()) && merge.next()) {
            if (merge.word().count() < options.minCount()) {
                break;
            }
            extent.words++;
            extent.bytes += merge.word().length();
        }
        return extent;
    }

    private Vocabulary fill(int words, int bytes) {
        byte[] utf8 = new byte[bytes];
        int[] starts = new int[words + 1];
        long[] counts = new long[words];
        PackedMerge merge = new PackedMerge(parts);
        for (int id = 0; id < words && merge.next(); id++) {
            PackedWords word = merge.word();
            System.arraycopy(word.bytes(), word.start(), utf8, starts[id], word.length());
            starts[id + 1] = starts[id] + word.length();
            counts[id] = word.count();
            requireDifferent(utf8, starts, counts, id);
        }
        return Vocabulary.ofDistinct(utf8, starts, counts);
    }

    private static void requireDifferent(byte[] utf8, int[] starts, long[] counts, int id) {
        if (id > 0
                && counts[id] == counts[id - 1]
                && WordHash.equal(utf8, starts[id - 1], starts[id], utf8, starts[id], starts[id + 1])) {
            throw new IllegalArgumentException("a word occurs twice, as ids " + (id - 1) + " and " + id);
        }
    }

    /** How much is kept. */
    private static final class Extent {
        private long words;
        private long bytes;
    }
}
