package org.wordloom.vocab;

import it.unimi.dsi.fastutil.ints.IntArrays;
import java.util.Arrays;

/**
 * Decides which words of a list are kept, and in which order: by count descending, equal counts by code points. The
 * result depends on the words and counts alone, never on the order in which they were counted.
 */
final class VocabularyDecision {
    private VocabularyDecision() {}

    /** The numbers of the kept words of {@code words}, in the order of their ids. */
    static int[] kept(WordList words, VocabularyOptions options) {
        int[] order = frequent(words, options.minCount());
        IntArrays.quickSort(order, (a, b) -> {
            int byCount = Long.compare(words.count(b), words.count(a));
            return byCount != 0 ? byCount : words.compareWords(a, b);
        });
        boolean tooMany = options.maxSize() > 0 && order.length > options.maxSize();
        return tooMany ? Arrays.copyOf(order, (int) options.maxSize()) : order;
    }

    static Vocabulary vocabulary(WordList words, VocabularyOptions options) {
        int[] kept = kept(words, options);
        int[] starts = new int[kept.length + 1];
        long[] counts = new long[kept.length];
        for (int id = 0; id < kept.length; id++) {
            starts[id + 1] = starts[id] + words.length(kept[id]);
            counts[id] = words.count(kept[id]);
        }
        byte[] utf8 = new byte[starts[kept.length]];
        for (int id = 0; id < kept.length; id++) {
            System.arraycopy(words.arena(), words.start(kept[id]), utf8, starts[id], words.length(kept[id]));
        }
        return Vocabulary.ofDistinct(utf8, starts, counts);
    }

    private static int[] frequent(WordList words, long minCount) {
        int[] frequent = new int[words.size()];
        int n = 0;
        for (int word = 0; word < words.size(); word++) {
            if (words.count(word) >= minCount) {
                frequent[n++] = word;
            }
        }
        return Arrays.copyOf(frequent, n);
    }
}
