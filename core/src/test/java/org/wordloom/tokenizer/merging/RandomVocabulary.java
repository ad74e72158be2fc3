package org.wordloom.tokenizer.merging;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.wordloom.TestRandom;
import org.wordloom.vocab.Vocabulary;

/** Random words over few characters, so that pairs repeat, overlap and tie. */
public final class RandomVocabulary {
    private static final String[] CHARACTERS = {"a", "b", "c", "d", "é", "中", "\uFB01", "😀", "e", "f", "g", "h"};

    private RandomVocabulary() {}

    public static Vocabulary create(TestRandom random, int words, long largestCount) {
        int alphabet = 2 + random.below(CHARACTERS.length - 1);
        Map<String, Long> counts = new TreeMap<>();
        for (int i = 0; i < words; i++) {
            long count = 1 + Math.floorMod(random.bits(), largestCount);
            counts.merge(word(random, alphabet, 1 + random.below(12)), count, Long::sum);
        }
        return of(new ArrayList<>(counts.entrySet()));
    }

    public static String word(TestRandom random, int alphabet, int length) {
        StringBuilder word = new StringBuilder();
        while (word.codePointCount(0, word.length()) < length) {
            // A run of one character now and then: there merges overlap.
            String character = CHARACTERS[random.below(Math.min(alphabet, CHARACTERS.length))];
            word.append(character.repeat(random.below(4) == 0 ? 1 + random.below(5) : 1));
        }
        return word.toString();
    }

    public static Vocabulary of(List<Map.Entry<String, Long>> counted) {
        String[] words = counted.stream().map(Map.Entry::getKey).toArray(String[]::new);
        long[] counts = counted.stream().mapToLong(Map.Entry::getValue).toArray();
        return Vocabulary.of(words, counts);
    }

    /** The same words in another order. */
    public static Vocabulary shuffled(Vocabulary vocabulary, TestRandom random) {
        List<Map.Entry<String, Long>> counted = new ArrayList<>();
        for (int id = 0; id < vocabulary.size(); id++) {
            counted.add(random.below(counted.size() + 1), Map.entry(vocabulary.word(id), vocabulary.count(id)));
        }
        return of(counted);
    }
}
