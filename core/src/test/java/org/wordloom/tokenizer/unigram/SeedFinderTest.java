package org.wordloom.tokenizer.unigram;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.wordloom.TestRandom;
import org.wordloom.vocab.Vocabulary;

class SeedFinderTest {
    private static final ParallelChunks PARALLEL = new ParallelChunks(2);
    private static final int LONGEST = 5;

    @Test
    void countsSubstringsAsOneByOne() {
        TestRandom random = TestRandom.create();
        for (int round = 0; round < 100; round++) {
            Map<String, Long> words = words(random);
            Segments segments = segments(words);
            int[] suffixes = SuffixSorter.sort(segments, 4, LONGEST, PARALLEL);
            Map<String, Long> found = new HashMap<>();
            new SuffixIntervals(segments, suffixes, LONGEST, PARALLEL)
                    .forEach((first, last, length, count) ->
                            found.put(new String(segments.text(), suffixes[first], length), count));
            Map<String, Long> counts = substrings(words);
            found.forEach((substring, count) ->
                    assertThat(count).as(substring).isEqualTo(counts.get(numbersToText(substring))));
            counts.forEach((substring, count) -> {
                if (isMaximal(substring, counts)) {
                    assertThat(found).containsKey(textToNumbers(substring));
                }
            });
        }
    }

    @Test
    void linksThePiecesAtEachPlace() {
        TestRandom random = TestRandom.create();
        for (int round = 0; round < 50; round++) {
            Map<String, Long> words = words(random);
            Vocabulary vocabulary = vocabulary(words);
            SegmentReader reader = new SegmentReader(vocabulary, SegmentOptions.defaults());
            Alphabet alphabet = reader.readAlphabet(1, "");
            Segments segments = reader.readSegments(alphabet);
            PieceForest forest = SeedFinder.find(segments, alphabet, UnigramOptions.defaults(), PARALLEL);
            Map<String, Integer> pieces = new TreeMap<>();
            for (int piece = 0; piece < forest.size(); piece++) {
                pieces.put(new String(segments.text(), forest.sample(piece), forest.lengths()[piece]), piece);
            }
            assertThat(pieces).hasSize(forest.size());
            for (int at = 0; at < segments.text().length; at++) {
                if (segments.text()[at] != Segments.END) {
                    assertThat(chain(forest, at)).isEqualTo(beginningAt(pieces, segments, at));
                }
            }
        }
    }

    @Test
    void sortsAnEndlessRepetition() {
        Segments segments = segments(Map.of("a".repeat(1000), 3L, "b", 1L, "ab", 1L, "a", 2L));
        int[] suffixes = SuffixSorter.sort(segments, 2, 16, PARALLEL);
        for (int i = 1; i < suffixes.length; i++) {
            String before = new String(segments.text(), suffixes[i - 1], segments.remaining(suffixes[i - 1], 16));
            String after = new String(segments.text(), suffixes[i], segments.remaining(suffixes[i], 16));
            assertThat(before.compareTo(after)).isLessThanOrEqualTo(0);
        }
    }

    private static Map<Integer, Integer> chain(PieceForest forest, int at) {
        Map<Integer, Integer> byLength = new TreeMap<>();
        for (int piece = forest.longestAt()[at]; piece >= 0; piece = forest.parents()[piece]) {
            byLength.put((int) forest.lengths()[piece], piece);
        }
        return byLength;
    }

    private static Map<Integer, Integer> beginningAt(Map<String, Integer> pieces, Segments segments, int at) {
        Map<Integer, Integer> byLength = new TreeMap<>();
        String rest = new String(segments.text(), at, segments.remaining(at, 16));
        pieces.forEach((piece, id) -> {
            if (rest.startsWith(piece)) {
                byLength.put(piece.length(), id);
            }
        });
        return byLength;
    }

    /** Whether every longer substring that begins so is rarer, or there can be none. */
    private static boolean isMaximal(String substring, Map<String, Long> counts) {
        long count = counts.get(substring);
        boolean longerIsAsFrequent = substring.length() < LONGEST
                && "abcd".chars().anyMatch(c -> counts.getOrDefault(substring + (char) c, 0L) == count);
        return substring.length() >= 2 && count >= 2 && !longerIsAsFrequent;
    }

    private static Map<String, Long> substrings(Map<String, Long> words) {
        Map<String, Long> counts = new HashMap<>();
        words.forEach((word, count) -> {
            for (int from = 0; from < word.length(); from++) {
                for (int to = from + 1; to <= Math.min(word.length(), from + LONGEST); to++) {
                    counts.merge(word.substring(from, to), count, Long::sum);
                }
            }
        });
        return counts;
    }

    private static Segments segments(Map<String, Long> words) {
        SegmentCollector collector = new SegmentCollector();
        new TreeMap<>(words).forEach((word, count) -> {
            word.chars().forEach(c -> collector.append((char) (c - 'a' + 1), count));
            collector.finish(count);
        });
        return collector.toSegments();
    }

    static Vocabulary vocabulary(Map<String, Long> words) {
        String[] names = words.keySet().toArray(String[]::new);
        long[] counts = new long[names.length];
        for (int i = 0; i < names.length; i++) {
            counts[i] = words.get(names[i]);
        }
        return Vocabulary.of(names, counts);
    }

    private static String numbersToText(String numbers) {
        StringBuilder text = new StringBuilder();
        numbers.chars().forEach(c -> text.append((char) (c + 'a' - 1)));
        return text.toString();
    }

    private static String textToNumbers(String text) {
        StringBuilder numbers = new StringBuilder();
        text.chars().forEach(c -> numbers.append((char) (c - 'a' + 1)));
        return numbers.toString();
    }

    private static Map<String, Long> words(TestRandom random) {
        Map<String, Long> words = new TreeMap<>();
        for (int i = 0; i < 30; i++) {
            StringBuilder word = new StringBuilder();
            for (int length = 1 + random.below(9); length > 0; length--) {
                word.append((char) ('a' + random.below(4)));
            }
            words.put(word.toString(), 1L + random.below(3));
        }
        return words;
    }
}
