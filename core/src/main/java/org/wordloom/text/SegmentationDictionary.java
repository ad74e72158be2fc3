package org.wordloom.text;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.wordloom.base.ExitCode;
import org.wordloom.base.WordloomException;

/**
 * A word list for segmentation: a trie, and a weight for each word. Where the list has counts, a word's weight is the
 * logarithm of its probability; where it has none, the square of its length in characters, so that of segmentations into
 * equally many words the one with the longer words weighs more. Immutable and safe to share between threads.
 */
final class SegmentationDictionary {
    /** Below the sum of squares of any stretch of text: a word not in the list is worse than any that is. */
    private static final double UNLISTED_WITHOUT_COUNTS = -0x1p33;
    /** What a word that is not in the list would have been counted. */
    private static final double UNLISTED_COUNT = 0.5;

    private final WordTrie trie;
    private final double[] weights;
    private final double unlistedWeight;

    private SegmentationDictionary(WordTrie trie, double[] weights, double unlistedWeight) {
        this.trie = trie;
        this.weights = weights;
        this.unlistedWeight = unlistedWeight;
    }

    /**
     * A dictionary.
     *
     * @param lines words, or words, a TAB and their counts; counts of equal words are added
     * @throws WordloomException INPUT when the counts of a word add up to 2^63 or more
     */
    static SegmentationDictionary of(List<String> lines, TextTransform transform) {
        Map<byte[], Long> counts = new TreeMap<>(Arrays::compareUnsigned);
        for (String line : lines) {
            DictionaryEntry entry = DictionaryEntry.parse(line);
            counts.merge(
                    transform.apply(entry.word()).getBytes(StandardCharsets.UTF_8),
                    entry.count(),
                    SegmentationDictionary::sum);
        }
        byte[][] words = counts.keySet().toArray(byte[][]::new);
        if (lines.stream().noneMatch(DictionaryEntry::hasCount)) {
            return new SegmentationDictionary(new WordTrie(words), squaredLengths(words), UNLISTED_WITHOUT_COUNTS);
        }
        double total = counts.values().stream().mapToDouble(Long::doubleValue).sum();
        return new SegmentationDictionary(
                new WordTrie(words), logarithms(counts.values(), total), StrictMath.log(UNLISTED_COUNT / total));
    }

    /** Two words of the list may be one after lower-casing and normalisation. */
    private static long sum(long first, long second) {
        if (first + second < 0) {
            throw new WordloomException(
                    ExitCode.INPUT,
                    "the dictionary's counts of one word add up to 2^63 or more; divide all counts by the same number");
        }
        return first + second;
    }

    WordTrie trie() {
        return trie;
    }

    /** The weight of word {@code word} of the trie; the weights of a segmentation add up. */
    double weight(int word) {
        return weights[word];
    }

    double unlistedWeight() {
        return unlistedWeight;
    }

    private static double[] squaredLengths(byte[][] words) {
        return Arrays.stream(words)
                .mapToDouble(word ->
                        new String(word, StandardCharsets.UTF_8).codePoints().count())
                .map(length -> length * length)
                .toArray();
    }

    private static double[] logarithms(Collection<Long> counts, double total) {
        return counts.stream()
                .mapToDouble(count -> StrictMath.log(count / total))
                .toArray();
    }
}
